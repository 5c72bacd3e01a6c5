import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mendDeadConnections } from './dead-connections.js';

interface Connection {
  connect(): Promise<unknown>;
  send(request: unknown): Promise<unknown>;
  isConnected(): boolean;
  disconnect(): Promise<unknown>;
}
interface Encoder {
  writeString(text: string): Encoder;
}

const require = createRequire(import.meta.url);
const quiet = { namespace: () => quiet, debug() {}, info() {}, warn() {}, error() {} };
const Connection = require('kafkajs/src/network/connection') as new (options: object) => Connection;
const socketFactory = require('kafkajs/src/network/socketFactory') as () => unknown;
const Encoder = require('kafkajs/src/protocol/encoder') as new () => Encoder;

/** Heartbeat without its fields: the server here reads no more than the head. */
const request = {
  request: {
    apiKey: 12,
    apiVersion: 0,
    apiName: 'Heartbeat',
    encode: async () => new Encoder().writeString('anything'),
  },
  response: { decode: async () => ({}), parse: async () => 'answered' },
};

describe('a connection to a broker', () => {
  let server: Server;
  let connection: Connection;
  let isMute: boolean;
  const accepted: Socket[] = [];

  beforeEach(async () => {
    mendDeadConnections();
    isMute = true;
    server = createServer((socket) => {
      accepted.push(socket.on('error', () => undefined));
      socket.on('data', (chunk) => {
        if (isMute) return;
        const answer = Buffer.alloc(8);
        answer.writeInt32BE(4);
        chunk.copy(answer, 4, 8, 12);
        socket.write(answer);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    connection = new Connection({
      host: '127.0.0.1',
      port: (server.address() as AddressInfo).port,
      logger: quiet,
      socketFactory: socketFactory(),
      connectionTimeout: 1_000,
      requestTimeout: 150,
    });
    await connection.connect();
  });
  afterEach(async () => {
    await connection.disconnect();
    for (const socket of accepted.splice(0)) socket.destroy();
    server.close();
  });

  it('on which a request was never answered is broken off', async () => {
    const closed = once(accepted[0] as Socket, 'close');
    await expect(connection.send(request)).rejects.toThrow('timed out');
    expect(connection.isConnected()).toBe(false);
    await closed;
  });

  it('is made anew for the next request, and works again', async () => {
    await Promise.allSettled([connection.send(request), connection.send(request)]);
    isMute = false;
    await connection.connect();
    expect(await connection.send(request)).toBe('answered');
    expect(accepted).toHaveLength(2);
  });

  it('that answers stays', async () => {
    isMute = false;
    expect(await connection.send(request)).toBe('answered');
    expect(await connection.send(request)).toBe('answered');
    expect(accepted).toHaveLength(1);
  });
});
