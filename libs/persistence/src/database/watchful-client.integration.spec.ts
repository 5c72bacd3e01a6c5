import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DependencyDownError } from '@tocsin/messaging';
import type pg from 'pg';
import { toDatabaseError } from './database-errors.js';
import { watchfulClient } from './watchful-client.js';

const server = new URL(process.env['DATABASE_URL'] ?? '');
const SILENCE_MS = 300;
const Client = watchfulClient(SILENCE_MS);

describe('a connection whose server vanishes without a word', () => {
  let proxy: Server;
  let isMute: boolean;
  let client: pg.Client;
  const sockets: Socket[] = [];

  beforeEach(async () => {
    isMute = false;
    proxy = createServer((near) => {
      const far = connect(Number(server.port), server.hostname);
      sockets.push(near, far);
      for (const socket of [near, far]) socket.on('error', () => undefined);
      near.on('data', (chunk) => void (isMute || far.write(chunk)));
      far.on('data', (chunk) => void (isMute || near.write(chunk)));
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const port = String((proxy.address() as AddressInfo).port);
    const url = Object.assign(new URL(server), { hostname: '127.0.0.1', port });
    client = new Client({ connectionString: url.href });
    client.on('error', () => undefined);
    await client.connect();
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    proxy.close();
  });

  it('is broken off, and its statement waits for the database like any other', async () => {
    isMute = true;
    const error: unknown = await client.query('SELECT 1').catch((cause: unknown) => cause);
    expect(toDatabaseError(error)).toBeInstanceOf(DependencyDownError);
    await expect(client.query('SELECT 1')).rejects.toThrow(/not queryable|connection error/);
  });

  it('is broken off within a transaction, too', async () => {
    await client.query('BEGIN');
    isMute = true;
    await expect(client.query('COMMIT')).rejects.toThrow('no answer for 300 ms');
  });

  it('is left alone while no statement is out', async () => {
    await client.query('SELECT 1');
    await sleep(SILENCE_MS * 2);
    expect((await client.query('SELECT 2 AS n')).rows).toEqual([{ n: 2 }]);
  });

  it('is left alone while its statements answer one after the other', async () => {
    for (let n = 0; n < 4; n += 1) await client.query('SELECT pg_sleep(0.15)');
    expect((await client.query('SELECT 2 AS n')).rows).toEqual([{ n: 2 }]);
  });
});
