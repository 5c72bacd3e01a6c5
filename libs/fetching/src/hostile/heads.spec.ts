import { describe, it } from '@jest/globals';
import { drip, flood, head, send, sendAndStay } from '../testing/misbehaviours.js';
import { expectEnd, type Table } from '../testing/rough-server.js';

const PROTOCOL = 'ERR_FETCH_PROTOCOL';
const many = (count: number) => Array.from({ length: count }, (_, i) => `h${i}: x`);

const cases: Table = [
  ['one huge header', send(head(`a: ${'x'.repeat(40_000)}`)), PROTOCOL],
  ['a huge header name', send(head(`${'x'.repeat(40_000)}: a`)), PROTOCOL],
  ['thousands of headers', send(head(...many(5_000))), PROTOCOL],
  ['headers without end', flood('HTTP/1.1 200 OK\r\n', 'a: b\r\n'.repeat(100)), PROTOCOL],
  ['a header line without end', flood('HTTP/1.1 200 OK\r\na: ', 'b'.repeat(1_000)), PROTOCOL],
  ['a huge reason', send(`HTTP/1.1 200 ${'x'.repeat(300_000)}\r\n\r\n`), /^ERR_FETCH_|^200 $/],
  ['a reason without end', flood('HTTP/1.1 200 ', 'x'.repeat(1_000)), /^ERR_FETCH_/],
  ['a status of four digits', send('HTTP/1.1 2000 OK\r\n\r\n'), PROTOCOL],
  ['a status of letters', send('HTTP/1.1 abc OK\r\n\r\n'), PROTOCOL],
  ['a negative status', send('HTTP/1.1 -20 OK\r\n\r\n'), PROTOCOL],
  ['status 0', send('HTTP/1.1 000 OK\r\nContent-Length: 0\r\n\r\n'), /^ERR_FETCH_|^0 $/],
  ['status 999', send('HTTP/1.1 999 OK\r\nContent-Length: 0\r\n\r\n'), '999 '],
  ['a version that is none', send('HTTP/9.9 200 OK\r\n\r\n'), PROTOCOL],
  ['no version', send('200 OK\r\n\r\nx'), PROTOCOL],
  ['ICY, as radio does', send('ICY 200 OK\r\n\r\nx'), PROTOCOL],
  ['a NUL in a header', send('HTTP/1.1 200 OK\r\na: \0\r\n\r\n'), PROTOCOL],
  ['a NUL in a header name', send('HTTP/1.1 200 OK\r\na\0b: c\r\n\r\n'), PROTOCOL],
  ['a space before the colon', send(head('a : b', 'Content-Length: 0')), PROTOCOL],
  ['a header without a name', send(head(': b', 'Content-Length: 0')), PROTOCOL],
  ['a header without a colon', send(head('nonsense', 'Content-Length: 0')), PROTOCOL],
  ['a folded header', send(head('a: b', ' c', 'Content-Length: 1'), 'x'), /^200 x$|PROTOCOL$/],
  ['bare line feeds', send('HTTP/1.1 200 OK\nContent-Length: 1\n\nx'), /^200 x$|PROTOCOL$/],
  ['bare carriage returns', send('HTTP/1.1 200 OK\rContent-Length: 1\r\rx'), PROTOCOL],
  ['two lengths', send(head('Content-Length: 2', 'Content-Length: 3'), 'okx'), PROTOCOL],
  ['a length list', send(head('Content-Length: 2, 2'), 'ok'), PROTOCOL],
  ['a negative length', send(head('Content-Length: -1'), 'x'), PROTOCOL],
  ['a length of letters', send(head('Content-Length: many'), 'x'), PROTOCOL],
  ['a length beyond counting', send(head(`Content-Length: ${'9'.repeat(40)}`), 'x'), PROTOCOL],
  ['a huge length', sendAndStay(head('Content-Length: 99999999999')), 'ERR_FETCH_TOO_LARGE'],
  [
    'length and chunks',
    send(head('Content-Length: 2', 'Transfer-Encoding: chunked'), '0\r\n\r\n'),
    PROTOCOL,
  ],
  [
    'chunks and length',
    send(head('Transfer-Encoding: chunked', 'Content-Length: 2'), '0\r\n\r\n'),
    PROTOCOL,
  ],
  [
    'chunked twice',
    send(head('Transfer-Encoding: chunked, chunked'), '1\r\nx\r\n0\r\n\r\n'),
    /^200 |PROTOCOL$/,
  ],
  [
    'an upgrade that nobody asked for',
    send('HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n'),
    /ERR_FETCH_(CONNECTION|PROTOCOL)/,
  ],
  ['only hints', send('HTTP/1.1 103 Early Hints\r\n\r\n'), /ERR_FETCH_(CONNECTION|PROTOCOL)/],
  [
    'hints without end, as fast as it can',
    flood('', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(50)),
    /ERR_FETCH_(TIMEOUT|PROTOCOL|CONNECTION)/,
  ],
  [
    'hints with endless links',
    flood('HTTP/1.1 103 Early Hints\r\n', 'Link: </x>\r\n'.repeat(50)),
    PROTOCOL,
  ],
  [
    'a name that objects inherit',
    send(head('__proto__: x', 'constructor: y', 'Content-Length: 1'), 'x'),
    '200 x',
  ],
  ['a second answer in the first', send(`${head('Content-Length: 1')}x${head('a: b')}`), /^200 x$/],
  ['a header every now and then', drip(head('a: b').slice(0, -2), 'c: d\r\n'), 'ERR_FETCH_TIMEOUT'],
];

describe('an answer that begins badly', () => {
  it.each(cases)('with %s: a typed end in time', async (_, server, expected) => {
    await expectEnd(server, expected);
  });
});
