import { describe, expect, it } from '@jest/globals';
import { mentionOf } from '@tocsin/contracts/testing';
import { LinkGraph } from '@tocsin/dedup';
import type { IndexedMention } from '../index/incident-index.port.js';
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
/** Of a hood whose mentions are named by their numbers: [one, other, log-odds or an analyst's word]. */
const named = (
  mentions: readonly IndexedMention[],
  links: readonly (readonly [number, number, number | 'apart'])[],
) => {
  const graph = new LinkGraph(mentions.length);
  const placeOf = (number: number) => mentions.findIndex((each) => each.number === number);
  for (const [a, b, says] of links) {
    if (says === 'apart') graph.judge(placeOf(a), placeOf(b), says);
    else graph.link(placeOf(a), placeOf(b), says);
  }
  return Object.fromEntries(connected({ mentions, links: graph }));
};

describe('the component of a mention', () => {
  it('that is new is that of those it is linked to, however many', () => {
    const mentions = [member(1, 1), member(2, 1), member(3, 3), member(9, null)];
    const links = [
      [1, 2, 1],
      [9, 2, 1],
      [3, 9, 1],
    ] as const;
    expect(named(mentions, links)).toEqual({ m1: 1, m2: 1, m3: 1, m9: 1 });
  });

  it('that nothing is like is its own', () => {
    expect(named([member(7, null)], [])).toEqual({ m7: 7 });
  });

  it('is joined by an analyst’s word, and by no doubtful link', () => {
    const mentions = [member(1, 1), member(2, 2), member(3, 3)];
    const links = [
      [1, 2, 'apart'],
      [2, 3, -0.1],
    ] as const;
    expect(named(mentions, links)).toEqual({ m1: 1, m2: 1, m3: 3 });
  });

  it('that fell apart stays that of the larger part', () => {
    const mentions = [1, 2, 3, 4, 5].map((number) => member(number, 1));
    const links = [
      [1, 2, 1],
      [3, 4, 1],
      [4, 5, 1],
    ] as const;
    expect(named(mentions, links)).toEqual({ m1: 2, m2: 2, m3: 1, m4: 1, m5: 1 });
  });
});
