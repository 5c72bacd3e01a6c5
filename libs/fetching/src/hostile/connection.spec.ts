import { describe, it } from '@jest/globals';
import { answer, drip, head, send, sendAndStay } from '../testing/misbehaviours.js';
import { expectEnd, type Table } from '../testing/rough-server.js';

const reset = (socket: { resetAndDestroy(): unknown }) => socket.resetAndDestroy();

const cases: Table = [
  ['never answers', () => undefined, 'ERR_FETCH_TIMEOUT'],
  ['closes without a word', (socket) => socket.end(), 'ERR_FETCH_CONNECTION'],
  ['closes when it is asked', answer((socket) => socket.end()), 'ERR_FETCH_CONNECTION'],
  ['resets at once', reset, 'ERR_FETCH_CONNECTION'],
  ['resets when it is asked', answer(reset), 'ERR_FETCH_CONNECTION'],
  [
    'resets within its status line',
    answer((socket) => socket.write('HTTP/1.1 2', () => setTimeout(reset, 20, socket))),
    'ERR_FETCH_CONNECTION',
  ],
  [
    'resets within its headers',
    answer((socket) =>
      socket.write(head('A: b').slice(0, -2), () => setTimeout(reset, 20, socket)),
    ),
    'ERR_FETCH_CONNECTION',
  ],
  [
    'resets within its body',
    answer((socket) =>
      socket.write(`${head('Content-Length: 50')}half`, () => setTimeout(reset, 20, socket)),
    ),
    'ERR_FETCH_CONNECTION',
  ],
  [
    'closes its half and keeps ours open',
    answer((socket) => void socket.end(head('Content-Length: 50'))),
    'ERR_FETCH_(CONNECTION|PROTOCOL)',
  ],
  ['reads nothing and says nothing', (socket) => socket.pause(), 'ERR_FETCH_TIMEOUT'],
  ['stops within its status line', sendAndStay('HTTP/1.1 2'), 'ERR_FETCH_TIMEOUT'],
  ['stops within its headers', sendAndStay('HTTP/1.1 200 OK\r\nA: b\r\n'), 'ERR_FETCH_TIMEOUT'],
  ['stops within its body', sendAndStay(head('Content-Length: 50'), 'half'), 'ERR_FETCH_TIMEOUT'],
  ['drips its status line', drip('H', 'T', 30), 'ERR_FETCH_(TIMEOUT|PROTOCOL)'],
  ['drips a header name', drip('HTTP/1.1 200 OK\r\n', 'a'), 'ERR_FETCH_TIMEOUT'],
  ['drips headers', drip('HTTP/1.1 200 OK\r\n', 'a: b\r\n'), 'ERR_FETCH_TIMEOUT'],
  ['drips a body', drip(head('Content-Type: text/html'), 'x'), 'ERR_FETCH_TIMEOUT'],
  ['drips a body of known length', drip(head('Content-Length: 90000'), 'x'), 'ERR_FETCH_TIMEOUT'],
  ['drips a chunk size', drip(head('Transfer-Encoding: chunked'), '0'), 'ERR_FETCH_TIMEOUT'],
  ['drips chunks', drip(head('Transfer-Encoding: chunked'), '1\r\nx\r\n'), 'ERR_FETCH_TIMEOUT'],
  ['drips hints', drip('', 'HTTP/1.1 103 Early Hints\r\n\r\n', 10), 'ERR_FETCH_TIMEOUT'],
  [
    'answers before it is asked',
    (socket) => void socket.write(`${head('Content-Length: 5')}early`),
    /^ERR_FETCH_(CONNECTION|PROTOCOL|TIMEOUT)$|^200 early$/,
  ],
  [
    'asks us instead',
    (socket) => void socket.write('GET / HTTP/1.1\r\n\r\n'),
    'ERR_FETCH_PROTOCOL',
  ],
  ['speaks SSH', (socket) => void socket.write('SSH-2.0-OpenSSH_9.6\r\n'), 'ERR_FETCH_PROTOCOL'],
  ['speaks SMTP', (socket) => void socket.write('220 mail ESMTP\r\n'), 'ERR_FETCH_PROTOCOL'],
  [
    'sends noise',
    send(Buffer.from(Array.from({ length: 512 }, (_, i) => i % 256))),
    'ERR_FETCH_PROTOCOL',
  ],
];

describe('a connection that goes wrong', () => {
  it.each(cases)('as the server %s: a typed end in time', async (_, server, expected) => {
    await expectEnd(server, expected);
  });
});
