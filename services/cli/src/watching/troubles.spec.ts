import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Measures } from './measures.js';
import type { ReadingState } from './reading-state.js';
import { troublesOf, type Watched } from './troubles.js';

const measures: Measures = {
  outboxAge: 0,
  webhookAge: 0,
  violations: { 'missing-end': 0 },
  lostPositions: [],
  lagSeconds: {},
};
const service = { name: 'store', url: 'http://x', status: 'ready', reason: null } as const;
const reading: ReadingState = {
  topic: 'article-extracted',
  group: 'store',
  lag: 0,
  lagSeconds: 0,
  retrying: 0,
  deadLetters: 9,
  blownFuses: [],
  partitions: [
    { partition: 0, at: 5, lag: 0, lagSeconds: 0 },
    { partition: 1, at: 7, lag: 0, lagSeconds: 0 },
  ],
};
const fuse = { topic: 'article-extracted', partition: 1, inARow: 20, deadLetters: 31 };
const feeds = { active: 10, paused: 0, parked: 3, stopped: 0, failing: 1 };
const well: Watched = {
  services: [service],
  readings: [reading],
  feeds,
  measures: { store: measures },
};
const late = (waiting: readonly number[], more: Partial<ReadingState> = {}): ReadingState => ({
  ...reading,
  lag: waiting.reduce((sum, each) => sum + each, 0),
  lagSeconds: 700,
  partitions: waiting.map((lag, partition) => ({ partition, at: 40, lag, lagSeconds: null })),
  ...more,
});
const found = (changes: Partial<Watched>) =>
  troublesOf({ ...well, ...changes }).map(({ alert, what, why }) => `${alert}: ${what}; ${why}`);

describe('what is behind, and why', () => {
  it('is nothing where all is well: old dead letters and parked feeds are none', () => {
    expect(found({})).toEqual([]);
    expect(found({ readings: [late([3], { lagSeconds: 599 })] })).toEqual([]);
  });

  it('is a service that is away, and everything that waits for it', () => {
    const away = { ...service, status: 'unreachable', reason: 'nobody answers' } as const;
    expect(found({ services: [away], readings: [late([3, 2])], measures: {} })).toEqual([
      'ServiceDown: the store does not answer; nobody answers',
      'LagGrowing: store is 700 s behind on article-extracted; the store is not there',
    ]);
    const unready = { ...service, status: 'not-ready', reason: 'database: down' } as const;
    expect(found({ services: [unready] })).toEqual([
      'ServiceDown: the store is not ready; database: down',
    ]);
  });

  it('is one partition, or the service as a whole', () => {
    expect(found({ readings: [late([0, 5], { retrying: 2 })] })).toEqual([
      'LagGrowing: store is 700 s behind on article-extracted; all 5 records wait in partition 1, at offset 40, 2 wait to be tried again',
    ]);
    expect(found({ readings: [late([4, 5, 0])] })).toEqual([
      'LagGrowing: store is 700 s behind on article-extracted; 9 records wait in 2 of 3 partitions',
    ]);
  });

  it('is no history that waits, nor what nobody knows the age of', () => {
    const topic = 'article-fetched-backfill';
    expect(found({ readings: [late([9], { topic }), late([9], { lagSeconds: null })] })).toEqual(
      [],
    );
  });

  it('is a blown fuse, also where nothing waits behind it yet', () => {
    expect(found({ readings: [{ ...reading, blownFuses: [fuse] }] })).toEqual([
      'FuseBlown: store has stopped article-extracted/1; 20 dead letters in a row, 31 of the last 1,000 records: tocsin dlq list --group store',
    ]);
    expect(found({ readings: [late([0, 5], { blownFuses: [fuse] })] })).toEqual([
      expect.stringMatching(/^FuseBlown/),
      'LagGrowing: store is 700 s behind on article-extracted; a fuse has blown',
    ]);
  });

  it('is what services say of themselves: outbox, positions, audit', () => {
    const bad = {
      ...measures,
      outboxAge: 121.4,
      violations: { 'missing-end': 2, 'shared-mention': 0 },
      lostPositions: ['incident-revised/4'],
    };
    expect(found({ measures: { store: bad } }).map((line) => line.split(';')[0])).toEqual([
      'PositionLost: the store can not go on with incident-revised/4',
      'OutboxOld: an outbox row of the store has waited 121 s',
      'AuditFailed: the last audit found 2 × missing-end',
    ]);
  });

  it('is many feeds that fail at once', () => {
    expect(found({ feeds: { ...feeds, failing: 3 } })).toEqual([
      expect.stringMatching(/^FeedsFailing: 3 of 10 active feeds fail; /),
    ]);
    expect(found({ feeds: { ...feeds, active: 0 } })).toEqual([]);
  });

  it('names a runbook that is there', () => {
    const bad = { ...measures, outboxAge: 200, violations: { x: 1 }, lostPositions: ['t/0'] };
    const all = troublesOf({
      services: [{ ...service, status: 'unreachable' }],
      readings: [late([5], { blownFuses: [fuse] })],
      feeds: { ...feeds, failing: 9 },
      measures: { store: bad },
    });
    expect(all).toHaveLength(7);
    for (const { alert } of all) {
      const page = new URL(`../../../../docs/runbooks/${alert}.md`, import.meta.url);
      expect(existsSync(page) ? '' : alert).toBe('');
    }
  });
});
