import { describe, expect, it } from '@jest/globals';
import { mentionOf } from '@tocsin/contracts/testing';
import type { IndexedMention, Neighbourhood } from '../index/incident-index.port.js';
import { connected } from './connect.js';

const member = (number: number, component: number | null): IndexedMention => ({
  articleId: `a${number}`,
  articleDay: 0,
  keywords: [],
  mention: mentionOf(`m${number}`),
  number,
  component,
  incidentId: null,
  isDelegate: true,
  retraction: null,
});
const link = (a: number, b: number, score = 1, verdict: 'likely' | 'apart' = 'likely') => ({
  a: `m${a}`,
  b: `m${b}`,
  score,
  verdict,
});
const named = (hood: Neighbourhood) => Object.fromEntries(connected(hood));

describe('the component of a mention', () => {
  it('that is new is that of those it is linked to, however many', () => {
    const mentions = [member(1, 1), member(2, 1), member(3, 3), member(9, null)];
    const links = [link(1, 2), link(9, 2), link(3, 9)];
    expect(named({ mentions, links })).toEqual({ m1: 1, m2: 1, m3: 1, m9: 1 });
  });

  it('that nothing is like is its own', () => {
    expect(named({ mentions: [member(7, null)], links: [] })).toEqual({ m7: 7 });
  });

  it('is joined by an analyst’s word, and by no doubtful link, nor by one to who is gone', () => {
    const mentions = [member(1, 1), member(2, 2), member(3, 3)];
    const links = [link(1, 2, 0, 'apart'), link(2, 3, -0.1), link(3, 8)];
    expect(named({ mentions, links })).toEqual({ m1: 1, m2: 1, m3: 3 });
  });

  it('that fell apart stays that of the larger part', () => {
    const mentions = [1, 2, 3, 4, 5].map((number) => member(number, 1));
    const links = [link(1, 2), link(3, 4), link(4, 5)];
    expect(named({ mentions, links })).toEqual({ m1: 2, m2: 2, m3: 1, m4: 1, m5: 1 });
  });
});
