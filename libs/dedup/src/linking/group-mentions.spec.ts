import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupMentions as groupPlaced, type GroupNode } from './group-mentions.js';
import { ELSEWHERE, mentionOf } from '../testing/mentions.js';
import type { VerdictLink } from '../curation/verdicts.js';
import { LinkGraph } from './link-graph.js';
import type { Tier } from './linkable.js';

const node = (
  mentionId: string,
  tier: Tier = 'anchor',
  articleId = mentionId,
  told: Parameters<typeof mentionOf>[1] = {},
): GroupNode => ({ mentionId, articleId, tier, told: mentionOf(mentionId, told) });
/** That two mentions tell of one incident, or an analyst's word on that. */
interface Link {
  readonly a: string;
  readonly b: string;
  readonly score: number;
  readonly verdict: VerdictLink['verdict'] | null;
}
const link = (a: string, b: string, score = 3, verdict: Link['verdict'] = null): Link => ({
  a,
  b,
  score,
  verdict,
});

function groupMentions(nodes: readonly GroupNode[], links: readonly Link[]): string[][] {
  const graph = new LinkGraph(nodes.length);
  const placeOf = (id: string) => nodes.findIndex(({ mentionId }) => mentionId === id);
  for (const { a, b, score, verdict } of links) {
    if (verdict === null) graph.link(placeOf(a), placeOf(b), score);
    else graph.judge(placeOf(a), placeOf(b), verdict);
  }
  return groupPlaced(nodes, graph);
}

describe('grouping mentions', () => {
  it('follows links from anchor to anchor', () => {
    const groups = groupMentions(
      [node('a'), node('b'), node('c'), node('d')],
      [link('a', 'b'), link('c', 'b')],
    );
    expect(groups).toEqual([['a', 'b', 'c'], ['d']]);
  });

  describe('two mentions of one article', () => {
    const others = ['b', 'c', 'd'];
    const linked = others.flatMap((id, at) => [
      link('a1', id, 3),
      link('a2', id, 4),
      ...others.slice(at + 1).map((other) => link(id, other, 3)),
    ]);
    const nodes = (told = {}) => [
      node('a1', 'anchor', 'a'),
      node('a2', 'anchor', 'a', told),
      ...others.map((id) => node(id)),
    ];

    it('are two incidents where a single article is told by: the better link wins', () => {
      const few = [node('a1', 'anchor', 'a'), node('a2', 'anchor', 'a'), node('b')];
      const groups = groupMentions(few, [link('a1', 'b', 3), link('a2', 'b', 4)]);
      expect(groups).toEqual([['a1'], ['a2', 'b']]);
    });

    it('are one that was read as two where all others say so', () => {
      expect(groupMentions(nodes(), linked)).toEqual([['a1', 'a2', ...others]]);
    });

    it('stay two where they contradict each other', () => {
      expect(groupMentions(nodes({ where: ELSEWHERE }), linked)).toEqual([
        ['a1'],
        ['a2', ...others],
      ]);
    });

    it('stay two where a second article tells of both', () => {
      const both = [...nodes(), node('e1', 'anchor', 'e'), node('e2', 'anchor', 'e')];
      const more = [
        ...['a1', ...others].map((id) => link('e1', id, 5)),
        ...['a2'].map((id) => link('e2', id, 6)),
      ];
      const groups = groupMentions(both, [...linked, ...more]);
      expect(groups).toContainEqual(['a2', 'e2']);
    });
  });

  it('lets a coarse mention follow its best anchor without joining two', () => {
    const nodes = [node('a'), node('b'), node('v', 'coarse')];
    expect(groupMentions(nodes, [link('a', 'v', 2), link('b', 'v', 3)])).toEqual([
      ['a'],
      ['b', 'v'],
    ]);
  });

  it('lets coarse mentions found where no anchor fits', () => {
    const nodes = [node('v', 'coarse'), node('w', 'coarse')];
    expect(groupMentions(nodes, [link('v', 'w')])).toEqual([['v', 'w']]);
  });

  it('lets followers follow and found nothing', () => {
    const nodes = [node('a'), node('f', 'follower'), node('g', 'follower')];
    expect(groupMentions(nodes, [link('a', 'f')])).toEqual([['a', 'f']]);
    expect(groupMentions(nodes, [link('f', 'g')])).toEqual([['a']]);
  });

  it('lets followers follow one that follows, where they are like the group as a whole', () => {
    const nodes = [node('a'), node('f', 'follower'), node('g', 'follower')];
    const follow = (score: number) => groupMentions(nodes, [link('a', 'f'), link('g', 'f', score)]);
    expect(follow(4)).toEqual([['a', 'f', 'g']]);
    // Not linked to the founder and hardly to its follower.
    expect(follow(1)).toEqual([['a', 'f']]);
  });

  it('obeys an analyst against likeness and rule', () => {
    const nodes = [node('a1', 'anchor', 'a'), node('a2', 'anchor', 'a'), node('b'), node('c')];
    const groups = groupMentions(nodes, [
      link('a1', 'a2', 0, 'together'),
      link('b', 'c', 9),
      link('b', 'c', 0, 'apart'),
    ]);
    expect(groups).toEqual([['a1', 'a2'], ['b'], ['c']]);
  });

  it('does not depend on the order of mentions or links', () => {
    const tiers: Tier[] = ['anchor', 'anchor', 'coarse', 'follower'];
    const nodes = Array.from({ length: 12 }, (_, i) => node(`m${i}`, tiers[i % 4], `a${i % 7}`));
    const anyLink = fc
      .tuple(
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 2, max: 6 }),
      )
      .filter(([a, b]) => a % 7 !== b % 7)
      .map(([a, b, score]) => link(`m${Math.min(a, b)}`, `m${Math.max(a, b)}`, score));
    const graph = fc.uniqueArray(anyLink, { selector: ({ a, b }) => `${a} ${b}`, maxLength: 20 });
    const shuffles = graph.chain((links) =>
      fc.tuple(
        fc.constant(links),
        fc.shuffledSubarray(links, { minLength: links.length }),
        fc.shuffledSubarray(nodes, { minLength: 12 }),
      ),
    );
    fc.assert(
      fc.property(shuffles, ([links, shuffled, others]) => {
        expect(groupMentions(others, shuffled)).toEqual(groupMentions(nodes, links));
      }),
    );
  });

  it('divides each of two parts that nothing likely connects as it would alone', () => {
    const some = [node('a'), node('b'), node('c', 'coarse')];
    const others = [node('d'), node('e', 'follower'), node('f', 'anchor', 'd')];
    const here = [link('a', 'c', 1), link('b', 'c', 2), link('a', 'b', -1)];
    const there = [link('d', 'e', 1), link('f', 'e', 2)];
    const doubtful = [link('b', 'd', -0.5), link('c', 'e', -2)];

    expect(groupMentions([...others, ...some], [...there, ...doubtful, ...here])).toEqual([
      ...groupMentions(some, here),
      ...groupMentions(others, there),
    ]);
  });
});
