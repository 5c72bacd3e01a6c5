import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openAsker } from './asker.js';

const PROGRAM = new URL('./asker-main.ts', import.meta.url);
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url as string);
  response.writeHead(request.url === '/missing' ? 404 : 200).end('x'.repeat(100_000));
});
let origin: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('asks one question after the other from a process that ends with it, and tells of what is refused', async () => {
  const asker = openAsker(PROGRAM);
  for (const path of ['/a', '/b']) expect(await asker.ask(origin + path)).toBeGreaterThan(0);
  await expect(asker.ask(`${origin}/missing`)).rejects.toThrow('/missing answered 404.');
  await asker.close();
  expect(asked).toEqual(['/a', '/b', '/missing']);
});

it('does not wait for an answer that cannot come', async () => {
  const asker = openAsker(PROGRAM);
  await expect(asker.ask('http://127.0.0.1:1/')).rejects.toThrow('The asking process ended');
});
