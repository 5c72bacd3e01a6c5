import { describe, expect, it } from '@jest/globals';
import type { FeedView, PollView } from '../frontier/feed-view.js';
import { whyQuiet } from './why-quiet.js';

const at = new Date('2026-03-20T00:00:00Z');
const feed = (more: Partial<FeedView> = {}): FeedView => ({
  id: '1',
  url: 'https://a.org/feed',
  title: null,
  kind: null,
  state: 'active',
  stateReason: null,
  priority: 0,
  tags: [],
  settings: {},
  intervalMs: 1,
  intervalWhy: null,
  nextPollAt: at,
  polledAt: at,
  changedAt: null,
  failures: 0,
  code: 'OK',
  reason: null,
  movedFrom: null,
  addedAt: at,
  ...more,
});
const poll = (more: Partial<PollView> = {}): PollView => ({
  at,
  code: 'OK',
  reason: null,
  status: 200,
  items: 5,
  fresh: 0,
  tookMs: 1,
  ...more,
});
const why = (of: Partial<FeedView>, polls: PollView[] = []) => whyQuiet(feed(of), polls).why;

describe('why a feed is quiet', () => {
  it('is what someone did with it, before all else', () => {
    expect(why({ state: 'parked', stateReason: 'Gone.', failures: 3 })).toBe('It is parked: Gone.');
    expect(why({ state: 'paused' })).toBe('It is paused.');
  });

  it('is that it fails', () => {
    expect(why({ failures: 2, reason: 'Too slow.', code: 'ERR_FETCH_TIMEOUT' })).toBe(
      'The last 2 polls failed: Too slow. [ERR_FETCH_TIMEOUT]',
    );
  });

  it('is that there is nothing, or nothing new', () => {
    expect(why({ polledAt: null })).toMatch('not been polled');
    expect(why({}, [poll({ items: 0 })])).toMatch('names no page');
    expect(why({}, [poll({ code: 'UNCHANGED', status: 304, items: 0 }), poll()])).toMatch(
      'nothing changed',
    );
    expect(why({}, [poll()])).toMatch('only pages that are known');
    expect(why({}, [poll({ fresh: 2 })])).toMatch('not quiet');
  });
});
