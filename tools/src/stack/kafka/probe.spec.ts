import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { brokerAnswers } from './probe.js';

describe('asking whether a broker answers', () => {
  let server: Server | undefined;
  const sockets: Socket[] = [];

  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
    server?.close();
  });

  async function serve(onData: (socket: Socket, request: Buffer) => void): Promise<string> {
    server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (request) => onData(socket, request));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const answer = (correlation: number, error: number) =>
    Buffer.from([0, 0, 0, 6, 0, 0, 0, correlation, 0, error]);

  it('sends the request that every version of Kafka knows', async () => {
    const requests: Buffer[] = [];
    const broker = await serve((socket, request) => {
      requests.push(request);
      socket.write(answer(1, 0));
    });
    await brokerAnswers(broker, 1_000);
    const request = requests[0]!;
    expect(request.readInt32BE(0)).toBe(request.length - 4);
    expect(request.readInt16BE(4)).toBe(18);
  });

  it('is content with an answer, also in pieces', async () => {
    const broker = await serve((socket) => {
      socket.write(answer(1, 0).subarray(0, 5));
      setTimeout(() => socket.write(answer(1, 0).subarray(5)), 20);
    });
    expect(await brokerAnswers(broker, 1_000)).toBe(true);
  });

  it('is not content with an error or another protocol', async () => {
    expect(await brokerAnswers(await serve((s) => s.write(answer(1, 35))), 1_000)).toBe(false);
    server?.close();
    const http = await serve((s) => s.write('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await brokerAnswers(http, 1_000)).toBe(false);
  });

  it('gives up on one that is silent or hangs up', async () => {
    expect(await brokerAnswers(await serve(() => undefined), 100)).toBe(false);
    server?.close();
    expect(await brokerAnswers(await serve((s) => s.end()), 1_000)).toBe(false);
  });

  it.each(['127.0.0.1:1', 'nonsense', '127.0.0.1:99999', ':9092', 'host:'])(
    'finds none at %s',
    async (broker) => {
      expect(await brokerAnswers(broker, 500)).toBe(false);
    },
  );
});
