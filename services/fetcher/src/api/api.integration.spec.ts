import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import { HealthRegistry } from '@tocsin/telemetry';
import type { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { Fetcher } from '../fetcher.js';
import { fetcherMigrations } from '../frontier/migration.js';
import { PushDocument } from '../publish/push-document.js';

const url = process.env['DATABASE_URL'] ?? '';
const KEY = 'k'.repeat(20);
const authorization = `Bearer ${KEY}`;
let test: TestDatabase;
let database: DataSource;
let app: NestFastifyApplication;
let fetcher: Fetcher;

beforeEach(async () => {
  test = await openTestDatabase(url, fetcherMigrations);
  database = test.database;
  const publisher = { publish: async () => undefined };
  const blobs = { put: async () => undefined };
  const nothing = () => undefined;
  fetcher = new Fetcher(
    {
      allowPrivate: [],
      concurrency: 1,
      hostDelayMs: 0,
      pollIntervalMinMs: 1_000,
      pollIntervalMaxMs: 1_000,
      userAgent: 'TocsinBot/0.1',
    },
    { database, publisher, blobs, count: nothing, onError: nothing },
  );
  app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot({
      fetcher,
      documents: new PushDocument(database, publisher, blobs),
      access: { apiKey: KEY, host: '127.0.0.1' },
      initialIntervalMs: 1_000,
      health: { registry: new HealthRegistry(), renderMetrics: async () => '' },
    }),
    new FastifyAdapter(),
    { logger: false },
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterEach(async () => {
  await app.close();
  await fetcher.stop();
  await test.close();
});

async function call(
  method: 'GET' | 'POST',
  path: string,
  payload?: object,
  headers: object = { authorization },
) {
  const response = await app.inject({
    method,
    url: path,
    headers: { ...headers },
    ...(payload ? { payload } : {}),
  });
  return { status: response.statusCode, body: response.json() as Record<string, unknown> };
}

describe('feeds by API', () => {
  it('are known by their normal form: adding one twice changes nothing', async () => {
    const first = await call('POST', '/v1/feeds', { url: 'https://News.example/rss?utm_source=x' });
    const again = await call('POST', '/v1/feeds', { url: 'https://news.example:443/rss#top' });
    expect(first).toMatchObject({ status: 200, body: { state: 'active' } });
    expect(again.body).toEqual(first.body);
    const { body } = await call('GET', '/v1/feeds', undefined, {});
    expect(body['feeds']).toEqual([first.body]);
    expect((await call('GET', '/v1/frontier', undefined, {})).body).toEqual({
      pending: 0,
      fetched: 0,
      rejected: 0,
      failed: 0,
      unpolled: 1,
    });
  });

  it('are paused and resumed', async () => {
    const { body } = await call('POST', '/v1/feeds', { url: 'https://news.example/rss' });
    expect((await call('POST', `/v1/feeds/${body['id']}/pause`)).body['state']).toBe('paused');
    expect((await call('POST', `/v1/feeds/${body['id']}/resume`)).body['state']).toBe('active');
    expect((await call('POST', '/v1/feeds/unknown/pause')).status).toBe(404);
  });

  it('are refused when malformed, or without the key', async () => {
    expect((await call('POST', '/v1/feeds', { url: 'javascript:alert(1)' })).status).toBe(422);
    expect((await call('POST', '/v1/feeds', { url: 'https://a.org/', colour: 'red' })).status).toBe(
      400,
    );
    expect((await call('POST', '/v1/feeds', { url: 'https://a.org/' }, {})).status).toBe(401);
    expect((await call('GET', '/v1/feeds?limit=0')).status).toBe(400);
  });
});
