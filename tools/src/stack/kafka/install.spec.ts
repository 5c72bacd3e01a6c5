import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { installKafka } from './install.js';

describe('fetching the broker where there is no Maven', () => {
  const path = process.env['PATH'];
  let cacheFolder: string;
  let server: Server;
  let status: number;
  let said: string[];

  beforeEach(async () => {
    process.env['PATH'] = '';
    cacheFolder = mkdtempSync(join(tmpdir(), 'tocsin-cache-'));
    status = 200;
    said = [];
    server = createServer((_request, response) => {
      response.statusCode = status;
      response.end('not the jar that was pinned');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    process.env['PATH'] = path;
    rmSync(cacheFolder, { recursive: true });
    server.close();
  });

  const install = () =>
    installKafka({
      cacheFolder,
      mavenRepository: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      progress: (line) => said.push(line),
    });

  it('refuses jars with other bytes than the pinned ones, and keeps none', async () => {
    await expect(install()).rejects.toMatchObject({
      code: 'ERR_STACK_CHECKSUM',
      exitCode: 3,
      message: expect.stringContaining('TOCSIN_MAVEN_REPOSITORY'),
    });
    expect(readdirSync(cacheFolder)).toEqual([]);
  });

  it('says which jar could not be fetched and what to do', async () => {
    status = 404;
    await expect(install()).rejects.toMatchObject({
      code: 'ERR_STACK_DOWNLOAD',
      message: expect.stringMatching(
        /\.jar could not be fetched \(status 404\): check the network/,
      ),
    });
    expect(readdirSync(cacheFolder)).toEqual([]);
  });

  it('says that it takes its time, once', async () => {
    status = 404;
    await install().catch(() => undefined);
    expect(said).toEqual(['fetching Apache Kafka 4.2.2 (once)']);
  });

  it('is not done where it was done before', async () => {
    const target = join(cacheFolder, 'kafka-4.2.2');
    mkdirSync(target);
    writeFileSync(join(target, '.complete'), '');
    expect(await install()).toBe(target);
    expect(said).toEqual([]);
  });
});
