import { describe, expect, it } from '@jest/globals';
import type { Status } from './read-status.js';
import { statusText } from './status-text.js';

const measures = {
  outboxAge: 3.4,
  webhookAge: null,
  violations: {},
  lostPositions: [],
  lagSeconds: {},
};
const status: Status = {
  troubles: [],
  services: [{ name: 'store', url: 'http://x', status: 'ready', reason: null }],
  groups: [
    {
      ...{ topic: 'article-extracted', group: 'store', lag: 5, lagSeconds: 12, retrying: 1 },
      ...{ deadLetters: 2, blownFuses: [] },
      partitions: [
        { partition: 0, at: 9, lag: 0, lagSeconds: 0 },
        { partition: 1, at: 40, lag: 5, lagSeconds: null },
      ],
    },
  ],
  measures: { store: measures },
  feeds: { active: 1, paused: 0, parked: 0, stopped: 0, failing: 0 },
  frontier: { error: { code: 'ERR_X', message: 'The fetcher is away.' } },
  stats: { articles: 3, hops: { fetch: 5 } },
};

describe('the status for people', () => {
  it('says first that nothing is wrong, or what is, why, and which page helps', () => {
    expect(statusText(status)).toMatch(/^nothing is wrong\n\nstore +ready +http:\/\/x\n/);
    const trouble = { alert: 'OutboxOld', what: 'a row waits', why: 'the broker is away' };
    expect(statusText({ ...status, troubles: [trouble] })).toMatch(
      /^! a row waits\n {2}the broker is away\n {2}docs\/runbooks\/OutboxOld\.md\n/,
    );
  });

  it('shows each group, and of its partitions those that are behind', () => {
    const text = statusText(status);
    expect(text).toMatch(/^store +article-extracted +5 +12 s +1 +2 +0$/m);
    expect(text).toMatch(/^store +article-extracted\/1 +5 +\? +40$/m);
    expect(text).not.toContain('article-extracted/0');
  });

  it('shows what could be asked, and why the rest could not', () => {
    const text = statusText(status);
    expect(text).toMatch(/^outbox +oldest that waits: store 3 s$/m);
    expect(text).not.toMatch(/^webhooks/m);
    expect(text).toMatch(/^frontier +The fetcher is away\.$/m);
    expect(text).toMatch(/^store +articles 3, hops \{"fetch":5\}$/m);
    const gone = { error: { code: 'ERR_Y', message: 'Kafka is away.' } };
    expect(statusText({ ...status, groups: gone })).toContain('\n\nKafka is away.\n\n');
  });

  it('lets nothing steer the terminal', () => {
    const trouble = { alert: 'X', what: 'a\u001b[2Jb', why: 'c' };
    expect(statusText({ ...status, troubles: [trouble] })).not.toContain('\u001b');
  });
});
