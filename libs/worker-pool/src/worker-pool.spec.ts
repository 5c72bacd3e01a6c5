import { afterEach, describe, expect, it } from '@jest/globals';
import { startTelemetry } from '@tocsin/telemetry';
import { WorkerPool } from './worker-pool.js';

interface Task {
  readonly mood: 'echo' | 'pid' | 'throw' | 'spin' | 'exhaust' | 'exit' | 'doze';
  readonly value?: number;
}
const fixture = (name: string): URL => new URL(`./fixtures/${name}.worker.mjs`, import.meta.url);
const config = { workerFile: fixture('moody'), processes: 1, deadlineMs: 10_000, heapMb: 32 };

let close = async (): Promise<void> => undefined;
async function start(overrides: Partial<typeof config> = {}) {
  const started = await WorkerPool.start<Task, number>({ ...config, ...overrides });
  close = () => started.pool.close();
  return started;
}

describe('a pool of worker processes', () => {
  afterEach(() => close());

  it('answers each task and knows the version that answers', async () => {
    const { pool, version } = await start({ processes: 2 });
    const values = [1, 2, 3, 4, 5];
    const results = await Promise.all(values.map((value) => pool.run({ mood: 'echo', value })));
    expect(results).toEqual(values);
    expect(version).toBe('moody-1');
  });

  it('ends a page that is late, as its permanent failure, and lives on', async () => {
    const { pool } = await start({ deadlineMs: 300 });
    await expect(pool.run({ mood: 'spin' })).rejects.toMatchObject({
      code: 'ERR_EXTRACT_TIMEOUT',
      deadLetterClass: 'TIMEOUT',
    });
    await expect(pool.run({ mood: 'echo', value: 7 })).resolves.toBe(7);
  });

  it('does not call a page late that waits for a core', async () => {
    const { pool } = await start({ deadlineMs: 300 });
    await expect(pool.run({ mood: 'doze', value: 900 })).resolves.toBe(900);
  });

  it('ends a page that neither works nor answers after ten deadlines', async () => {
    const { pool } = await start({ deadlineMs: 100 });
    await expect(pool.run({ mood: 'doze', value: 60_000 })).rejects.toMatchObject({
      code: 'ERR_EXTRACT_TIMEOUT',
    });
  });

  it('ends a page that eats the heap, and lives on', async () => {
    const { pool } = await start();
    await expect(pool.run({ mood: 'exhaust' })).rejects.toMatchObject({
      code: 'ERR_EXTRACT_CRASHED',
      deadLetterClass: 'PERMANENT',
      message: expect.stringContaining('heap out of memory'),
    });
    await expect(pool.run({ mood: 'echo', value: 7 })).resolves.toBe(7);
  });

  it('replaces a process that exits', async () => {
    const { pool } = await start();
    await expect(pool.run({ mood: 'exit' })).rejects.toMatchObject({ code: 'ERR_EXTRACT_CRASHED' });
    await expect(pool.run({ mood: 'echo', value: 7 })).resolves.toBe(7);
  });

  it('says what a page broke without ending the process', async () => {
    const { pool } = await start();
    await expect(pool.run({ mood: 'throw' })).rejects.toMatchObject({
      code: 'ERR_EXTRACT_FAILED',
      message: 'The extraction failed: bad page',
    });
  });

  it('starts the deadline when a process takes the task, not while it waits', async () => {
    const { pool } = await start({ deadlineMs: 400 });
    const late = pool.run({ mood: 'spin' });
    const behind = pool.run({ mood: 'echo', value: 7 });
    await expect(late).rejects.toMatchObject({ code: 'ERR_EXTRACT_TIMEOUT' });
    await expect(behind).resolves.toBe(7);
  });

  it('refuses to start with a worker that cannot start', async () => {
    await expect(start({ workerFile: fixture('broken') })).rejects.toMatchObject({
      code: 'ERR_EXTRACT_CRASHED',
      message: expect.stringContaining('no gazetteer'),
    });
  });

  it('counts the processes that pages ended by cause, and not those that it ends itself', async () => {
    const telemetry = startTelemetry({
      serviceName: 'spec',
      config: { sampler: 'always_off', samplerRatio: 1 },
    });
    const { pool } = await start({ deadlineMs: 300 });
    await expect(pool.run({ mood: 'spin' })).rejects.toThrow('300 ms');
    await expect(pool.run({ mood: 'exit' })).rejects.toThrow('ended its worker');
    await expect(pool.run({ mood: 'throw' })).rejects.toThrow('bad page');
    const spinning = pool.run({ mood: 'spin' }).catch(() => undefined);
    await pool.close();
    await spinning;
    const text = await telemetry.renderMetrics();
    await telemetry.shutdown();
    const kills = text.match(/^tocsin_worker_kills_total\{.*\} \d+/gm) ?? [];
    expect(kills.filter((line) => /cause="deadline".*\} 1$/.test(line))).toHaveLength(1);
    expect(kills.filter((line) => /cause="crash".*\} 1$/.test(line))).toHaveLength(1);
    expect(kills).toHaveLength(2);
  });

  it('has no process left when it is closed, not even one that hears nothing', async () => {
    const { pool } = await start({ processes: 2 });
    const pids = await Promise.all([pool.run({ mood: 'pid' }), pool.run({ mood: 'pid' })]);
    const spinning = pool.run({ mood: 'spin' }).catch((error: unknown) => error);
    await pool.close();
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(await spinning).toMatchObject({ code: 'ERR_EXTRACT_CRASHED' });
  });
});
