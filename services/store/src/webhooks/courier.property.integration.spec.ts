import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AddressPolicy, Poster } from '@tocsin/fetching';
import { queryableOf } from '@tocsin/persistence';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import fc from 'fast-check';
import type { QueryRunner } from 'typeorm';
import { storeIncidentRevised } from '../handlers/store-incident-revised.handler.js';
import { migrations } from '../migrations/index.js';
import { startReceiver } from '../testing/receiver.js';
import { message, revised } from '../testing/records.js';
import { Courier } from './courier.js';
import { createWebhook } from './webhook-table.js';
import { CHANGES } from './webhook.js';

const WRITERS = 3;
const START = { transaction: '1', id: '0' };
const handler = storeIncidentRevised(() => 7_000);
let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL'], migrations, WRITERS + 8);
});
afterAll(() => test.close());

type Step =
  | { readonly do: 'write' | 'commit' | 'abort'; readonly writer: number }
  | { readonly do: 'wait' | 'restart' };
const writer = fc.nat(WRITERS - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), writer }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('commit' as const), writer }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('abort' as const), writer }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('wait' as const, 'restart' as const) }) },
);

/** Transactions that write incidents and are open side by side. */
class Writers {
  private readonly open = new Map<number, QueryRunner>();
  private next = 0;

  constructor(private readonly prefix: string) {}

  async run(one: Extract<Step, { writer: number }>): Promise<void> {
    if (one.do === 'write') return this.write(one.writer);
    const runner = this.open.get(one.writer);
    if (!runner) return;
    this.open.delete(one.writer);
    await (one.do === 'commit' ? runner.commitTransaction() : runner.rollbackTransaction());
    await runner.release();
  }

  private async write(writer: number): Promise<void> {
    let runner = this.open.get(writer);
    if (!runner) {
      runner = test.database.createQueryRunner();
      await runner.startTransaction();
      this.open.set(writer, runner);
    }
    const context = { group: 'g', topic: 'in', partition: 0, signal: new AbortController().signal };
    const record = revised({ incidentId: `${this.prefix}-${this.next++}` });
    await handler([message(record)], { ...context, tx: queryableOf(runner) });
  }

  async end(): Promise<void> {
    for (const writer of this.open.keys().toArray()) await this.run({ do: 'commit', writer });
  }
}

function startCourier(host: string): { stop(): Promise<void> } {
  const poster = new Poster(new AddressPolicy([host]), 'spec', { deadlineMs: 2_000 });
  const courier = new Courier(
    {
      db: test.db,
      poster,
      now: Date.now,
      random: () => 0,
      count: () => undefined,
      onError: () => undefined,
    },
    { pollMs: 5, atOnce: 5, leaseMs: 1_000, scheduleMs: Array<number>(50).fill(1) },
  );
  courier.start();
  return {
    async stop() {
      await courier.stop();
      await poster.close();
    },
  };
}

describe('webhooks over commits out of order, failing receivers and instances that come and go', () => {
  it('are told of every committed change, in the order of the stream', async () => {
    let run = 0;
    let failed = 0;
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 25 }),
      fc.array(fc.boolean(), { minLength: 3, maxLength: 12 }),
      async (steps, fails) => {
        await test.db.query('DELETE FROM webhook');
        await test.db.query('DELETE FROM change');
        let asked = 0;
        const hook = await startReceiver(() => {
          const isBad = fails[asked++ % fails.length] === true && !fails.every((one) => one);
          if (isBad) failed += 1;
          return isBad ? 500 : 204;
        });
        await createWebhook(
          test.db,
          { url: hook.url, queryId: null, changes: CHANGES, after: START },
          0,
        );
        const writers = new Writers(`r${run++}`);
        let couriers = [startCourier(hook.host), startCourier(hook.host)];
        for (const one of steps) {
          if (one.do === 'wait') await new Promise((resolve) => setTimeout(resolve, 15));
          else if ('writer' in one) await writers.run(one);
          else {
            await couriers.shift()?.stop();
            couriers = [...couriers, startCourier(hook.host)];
          }
        }
        await writers.end();
        const rows = await test.db.query<{ key: string }>(
          'SELECT key FROM change ORDER BY written_by, id',
        );
        const expected = rows.map(({ key }) => `${key}/1`);
        for (let tries = 0; hook.taken.length < expected.length && tries < 1_000; tries += 1) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        for (const courier of couriers) await courier.stop();
        await hook.close();
        expect(hook.taken.map(({ told }) => told)).toEqual(expected);
      },
    );
    await fc.assert(property, { numRuns: 12 });
    expect(failed).toBeGreaterThan(0);
  }, 120_000);
});
