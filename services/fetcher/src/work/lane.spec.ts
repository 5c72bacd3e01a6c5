import { describe, expect, it } from '@jest/globals';
import { laneOf } from './lane.js';

const now = Date.parse('2026-03-20T00:00:00Z');
const dated = (publishedAt: string | null, archive = false) =>
  laneOf({ publishedAt, setting: 'auto', archive }, now);

describe('the lane of an item', () => {
  it.each([
    ['2026-03-19T12:00:00Z', 'live'],
    ['2026-03-13T00:00:00Z', 'live'],
    ['2026-03-12T23:59:59Z', 'backfill'],
    ['2026-03-21T00:00:00Z', 'live'],
  ])('goes by its date: %s is %s', (publishedAt, lane) => {
    expect(dated(publishedAt)).toBe(lane);
  });

  it('is live without a date, unless it stands in an archive', () => {
    expect(dated(null)).toBe('live');
    expect(dated(null, true)).toBe('backfill');
  });

  it('is what the feed is set to', () => {
    const old = { publishedAt: '2001-01-01T00:00:00Z', archive: true };
    expect(laneOf({ ...old, setting: 'live' }, now)).toBe('live');
    expect(laneOf({ ...old, publishedAt: null, setting: 'backfill' }, now)).toBe('backfill');
  });
});
