import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTelemetry, type Telemetry } from '@tocsin/telemetry';
import { createDataSource } from './data-source.js';
import { observePool } from './observe-pool.js';

const url = process.env['DATABASE_URL'] ?? '';
const database = createDataSource({
  url,
  schema: 'public',
  migrations: [],
  entities: [],
  poolSize: 1,
});
let telemetry: Telemetry;
beforeAll(async () => {
  telemetry = startTelemetry({
    serviceName: 'spec',
    config: { sampler: 'always_off', samplerRatio: 1 },
  });
  await database.initialize();
  observePool(database, 'spec');
});
afterAll(async () => {
  await database.destroy();
  await telemetry.shutdown();
});

const valueOf = async (series: RegExp) => Number(series.exec(await telemetry.renderMetrics())?.[1]);

it('tells how many connections are used, how many wait, and how many there may be', async () => {
  const runner = database.createQueryRunner();
  await runner.connect();
  const waiting = database.query('SELECT 1');
  expect(await valueOf(/^db_client_connection_count\{.*state="used".*\} (\d+)/m)).toBe(1);
  expect(await valueOf(/^db_client_connection_pending_requests\{.*\} (\d+)/m)).toBe(1);
  expect(await valueOf(/^db_client_connection_limit\{.*\} (\d+)/m)).toBe(1);
  await runner.release();
  await waiting;
  expect(await valueOf(/^db_client_connection_count\{.*state="idle".*\} (\d+)/m)).toBe(1);
  expect(await valueOf(/^db_client_connection_pending_requests\{.*\} (\d+)/m)).toBe(0);
});
