import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openFrontierBench, type FrontierBench } from './frontier-bench.js';

const server = process.env['DATABASE_URL'] ?? '';
const name = `tocsin_test_${randomBytes(4).toString('hex')}`;
let admin: pg.Client;
let bench: FrontierBench;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  bench = await openFrontierBench(url.href);
});
afterAll(async () => {
  await bench?.close();
  await admin.query(`DROP DATABASE IF EXISTS ${name}`);
  await admin.end();
});

describe('the frontier as a bench drives it', () => {
  it('hands each due feed to one claim, and has it due again when it is finished', async () => {
    await bench.addFeeds(5);
    const first = await bench.claim(3);
    const rest = await bench.claim(10);
    expect(new Set([...first, ...rest].map(({ id }) => id)).size).toBe(5);
    expect(await bench.claim(1)).toEqual([]);
    await bench.finish(first);
    const again = await bench.claim(10);
    expect(again.map(({ id }) => id).sort()).toEqual(first.map(({ id }) => id).sort());
    await bench.finish([...rest, ...again]);
  });

  it('knows what it has seen', async () => {
    const urls = Array.from({ length: 20 }, (_, n) => `https://a.example/story/${n}`);
    expect(await bench.discover(urls.slice(0, 15))).toBe(15);
    expect(await bench.discover(urls)).toBe(5);
    expect(await bench.discover(urls)).toBe(0);
    expect(await bench.retire()).toBe(20);
    expect(await bench.discover(urls)).toBe(0);
    const sizes = await bench.sizes();
    expect(Object.keys(sizes).sort()).toEqual(['seen_url', 'seen_url_pkey']);
    expect(sizes['seen_url']).toBeGreaterThan(0);
  });
});
