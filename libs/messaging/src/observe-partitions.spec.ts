import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTelemetry, type Telemetry } from '@tocsin/telemetry';

import type { LogRange } from './broker.port.js';
import { EndOffsets } from './end-offsets.js';
import { LagMeter, observePartitions, type HeldPartition } from './observe-partitions.js';

const held = (overrides: Partial<HeldPartition> = {}): HeldPartition => ({
  topic: 't',
  partition: 0,
  next: 10n,
  oldestMs: null,
  halt: null,
  isRetry: false,
  ...overrides,
});

/** A log that the spec lengthens, and a clock that it turns. */
function world(high: bigint, low = 0n) {
  const state = {
    now: 1_000_000,
    range: { low, high } as LogRange,
    isAway: false,
    asked: 0,
  };
  const clock = {
    now: () => state.now,
    sleep: () => new Promise<void>((resolve) => setTimeout(resolve, 5)),
  };
  const reader = {
    ranges: async () => {
      state.asked += 1;
      if (state.isAway) throw new Error('away');
      return new Map([[0, state.range]]);
    },
  };
  return { state, clock, reader, meter: new LagMeter(reader, clock) };
}

describe('the lag of a partition', () => {
  it('is none when everything is finished', async () => {
    const { meter } = world(10n);
    expect(await meter.lagOf(held())).toEqual({ records: 0, seconds: 0, position: 10 });
  });

  it('in seconds is the age of the first record that is not finished', async () => {
    const { meter, state } = world(25n);
    expect(await meter.lagOf(held({ oldestMs: state.now - 90_000 }))).toEqual({
      records: 15,
      seconds: 90,
      position: 10,
    });
  });

  it('in seconds grows from when waiting records were first seen, where nothing else is known', async () => {
    const { meter, state } = world(12n);
    expect((await meter.lagOf(held()))?.seconds).toBe(0);
    state.now += 30_000;
    expect((await meter.lagOf(held()))?.seconds).toBe(30);
    expect((await meter.lagOf(held({ next: 12n })))?.seconds).toBe(0);
    state.range = { low: 0n, high: 13n };
    state.now += 30_000;
    expect((await meter.lagOf(held({ next: 12n })))?.seconds).toBe(0);
  });

  it('does not count what retention has taken away, nor before the first commit', async () => {
    const { meter } = world(30n, 20n);
    expect(await meter.lagOf(held())).toMatchObject({ records: 10, position: 20 });
    expect(await meter.lagOf(held({ next: null }))).toMatchObject({ records: 10, position: 20 });
  });

  it('goes on growing in seconds while the broker is away', async () => {
    const { meter, state } = world(12n);
    await meter.lagOf(held());
    state.isAway = true;
    state.now += 60_000;
    expect(await meter.lagOf(held())).toMatchObject({ records: 2, seconds: 60 });
  });

  it('is not known of a log that was never seen', async () => {
    const { meter, state } = world(12n);
    state.isAway = true;
    expect(await meter.lagOf(held())).toBeUndefined();
  });
});

describe('the ends of logs', () => {
  it('are asked for once by those who ask together', async () => {
    const { state, clock, reader } = world(12n);
    const ends = new EndOffsets(reader, clock);
    await Promise.all([ends.of('t'), ends.of('t'), ends.of('t')]);
    await ends.of('t');
    expect(state.asked).toBe(1);
    state.now += 5_000;
    await ends.of('t');
    expect(state.asked).toBe(2);
  });

  it('keep nobody waiting for a broker that does not answer, and ask it one thing at a time', async () => {
    const { clock } = world(12n);
    let asked = 0;
    const ends = new EndOffsets(
      {
        ranges: () => {
          asked += 1;
          return new Promise(() => undefined);
        },
      },
      clock,
    );
    expect((await ends.of('t')).size).toBe(0);
    expect((await ends.of('t')).size).toBe(0);
    expect(asked).toBe(1);
  });
});

describe('the metrics of held partitions', () => {
  let telemetry: Telemetry;
  beforeEach(() => {
    telemetry = startTelemetry({
      serviceName: 'spec',
      config: { sampler: 'always_off', samplerRatio: 1 },
    });
  });
  afterEach(() => telemetry.shutdown());
  const series = async (name: string) => {
    const found = (await telemetry.renderMetrics()).matchAll(
      new RegExp(`^${name}\\{.*destination_name="([^"]+)".*\\} (\\S+)`, 'gm'),
    );
    return Object.fromEntries([...found].map(([, topic, value]) => [topic, Number(value)]));
  };

  it('tell lag, age and position, but no age of records that wait for their retry', async () => {
    const { reader, clock, state } = world(12n);
    const oldestMs = state.now - 7_000;
    observePartitions('g', reader, clock, () => [
      held({ oldestMs }),
      held({ topic: 't-g-retry-10s', oldestMs, isRetry: true }),
    ]);
    expect(await series('tocsin_messaging_lag_records')).toEqual({ t: 2, 't-g-retry-10s': 2 });
    expect(await series('tocsin_messaging_lag_seconds')).toEqual({ t: 7 });
    expect(await series('tocsin_messaging_position')).toEqual({ t: 10, 't-g-retry-10s': 10 });
  });

  it('tell nothing but 0 of a partition that another member has now', async () => {
    const { reader, clock } = world(12n);
    let mine = [held({ halt: 'fuse' })];
    observePartitions('g', reader, clock, () => mine);
    const halted = async () =>
      /^tocsin_messaging_partitions_halted\{.*halt="fuse".*\} (\d)/m.exec(
        await telemetry.renderMetrics(),
      )?.[1];
    expect(await halted()).toBe('1');
    expect(await series('tocsin_messaging_lag_records')).toEqual({ t: 2 });
    mine = [];
    expect(await halted()).toBe('0');
    expect(await series('tocsin_messaging_lag_records')).toEqual({ t: 0 });
  });
});
