import { describe, expect, it } from '@jest/globals';
import { mentionOf } from '@tocsin/contracts/testing';
import { LinkGraph } from '@tocsin/dedup';
import type { IndexedMention, Neighbourhood } from '../index/incident-index.port.js';
import type { IndexedArticle } from '../index/syndication-index.port.js';
import { regroup } from './regroup.js';
import { tellGroups } from './tell-groups.js';
import { whatChanged, type Cause } from './what-changed.js';

const indexed = (id: string, number: number, incidentId: string | null): IndexedMention => ({
  mention: mentionOf(id),
  articleId: `of ${id}`,
  articleDay: 20_000,
  keywords: [],
  number,
  component: 1,
  incidentId,
  isDelegate: true,
  retraction: null,
});
const former = (incidentId: string, foundedAt: number) => ({
  incidentId,
  foundedAt,
  lifecycle: 'active' as const,
  retraction: null,
});
const cause = (...toldAnew: string[]): Cause => ({
  articleIds: new Set(toldAnew),
  toldAnew: new Set(toldAnew),
  removed: [],
  heirs: new Map(),
  at: '2026-11-27T12:00:00.000Z',
});

/** Two mentions of one incident, two of another, one new; the pairs that are linked. */
function neighbourhood(...linked: [number, number][]): Neighbourhood {
  const mentions = [
    indexed('a', 1, 'first'),
    indexed('b', 2, 'first'),
    indexed('c', 3, 'second'),
    indexed('d', 4, 'second'),
    indexed('e', 5, null),
  ];
  const links = new LinkGraph(mentions.length);
  for (const [a, b] of linked) links.link(a, b, 5);
  return { mentions, links };
}
const known = [former('first', 1), former('second', 2)];
const changedIn = (hood: Neighbourhood, why: Cause) =>
  whatChanged(regroup(hood, why.heirs, known), known, why, hood);

describe('what a batch changed', () => {
  it('is what a new mention joins or founds, and nothing beside it', () => {
    const joined = changedIn(neighbourhood([0, 1], [2, 3], [3, 4]), cause('of e'));
    expect(joined.groups).toMatchObject([
      { formerId: 'second', mentionIds: ['c', 'd', 'e'], articleIds: ['of c', 'of d', 'of e'] },
    ]);
    const founded = changedIn(neighbourhood([0, 1], [2, 3]), cause('of e'));
    expect(founded.groups).toMatchObject([
      { formerId: null, mentionIds: ['e'], hadIncident: false },
    ]);
  });

  it('is what is told of an article that others copied', () => {
    const hood = neighbourhood([0, 1], [2, 3]);
    const { groups } = changedIn(hood, cause('of b', 'of e'));
    expect(groups.map(({ formerId }) => formerId)).toEqual(['first', null]);
  });

  it('is an incident that took another in, which closes', () => {
    const { groups, closing } = changedIn(neighbourhood([0, 1], [1, 2], [2, 3]), cause());
    expect(groups[0]).toMatchObject({ formerId: 'first', absorbed: ['second'] });
    expect(closing).toEqual(['second']);
  });
});

describe('a changed group', () => {
  const article = (articleId: string, fetchedAt: string) => {
    const source = { articleId, publishedAt: null } as IndexedArticle['source'];
    return [articleId, { articleId, fetchedAt, source } as IndexedArticle] as const;
  };
  const articles = new Map([
    article('of c', '2026-11-27T10:00:00.000Z'),
    article('of d', '2026-11-27T08:00:00.000Z'),
    article('of e', '2026-11-27T09:00:00.000Z'),
  ]);

  it('is told by its articles in their order, under the name that it had', async () => {
    const hood = neighbourhood([0, 1], [2, 3], [3, 4]);
    const { groups } = changedIn(hood, cause('of e'));
    const [told] = await tellGroups(groups, hood, articles, { known: async () => [] });
    expect(told?.incidentId).toBe('second');
    expect(told?.tellings.map(({ mention }) => mention.mentionId)).toEqual(['d', 'e', 'c']);
    expect(told?.founder.mention.mentionId).toBe('d');
  });

  it('gets a name that nobody has, where it had none', async () => {
    const hood = neighbourhood([0, 1], [2, 3]);
    const { groups } = changedIn(hood, cause('of e'));
    const asked: string[] = [];
    const known = async (ids: readonly string[]) => {
      asked.push(...ids);
      return asked.length > 1 ? [] : ids.map((id) => former(id, 0));
    };
    const [told] = await tellGroups(groups, hood, articles, { known });
    expect(asked).toHaveLength(2);
    expect(asked[0]).not.toBe(asked[1]);
    expect(told?.incidentId).toBe(asked[1]);
  });
});
