import { byText } from '../order.js';
import { ALIKE, MOST, UNLINKED } from './average-linkage.js';
import { contradict } from './contradict.js';
import type { Tier, Told } from './linkable.js';
import { LINK_THRESHOLD } from './score-link.js';

/** A mention as a point of the link graph. */
export interface GroupNode {
  readonly mentionId: string;
  readonly articleId: string;
  readonly tier: Tier;
  readonly told: Told;
  /** Whether it was compared with all that it may be one with, and not with delegates alone; true unless said. */
  readonly isDelegate?: boolean;
}

/** That two mentions tell of one incident. */
export interface GroupLink {
  readonly a: string;
  readonly b: string;
  readonly score: number;
  /** `together` and `apart` are an analyst's words: no likeness and no rule outweighs them. */
  readonly verdict: 'likely' | 'together' | 'apart';
}

/**
 * Divides mentions into incidents, best links first, by average linkage: two groups are one incident where their
 * links and missing links together speak for it. Where both have anchors these alone are asked, so that what is
 * vague follows and never joins two; followers come last and found nothing. Two mentions of one article speak against
 * each other, since the article was read as telling of two incidents; where a second article tells of both, too, or
 * where they contradict each other, they never meet in a group.
 *
 * A function of the sets alone. The order in which mentions arrived can't matter.
 * @param links with doubtful ones, of a score below 0: they begin nothing, but count where groups are compared
 * @returns the groups that have a founder, each sorted by mention id
 */
export function groupMentions(
  nodes: readonly GroupNode[],
  links: readonly GroupLink[],
): string[][] {
  const groups = new Groups(nodes, links);
  for (const { a, b } of links.filter(({ verdict }) => verdict === 'together')) groups.obey(a, b);
  const sorted = links
    .filter(({ verdict, score }) => verdict === 'likely' && score >= LINK_THRESHOLD)
    .map(({ a, b, score }) => (a < b ? { a, b, score } : { a: b, b: a, score }))
    .sort((x, y) => y.score - x.score || byText(x.a, y.a) || byText(x.b, y.b));
  for (const { a, b } of sorted) if (groups.founds(a) && groups.founds(b)) groups.join(a, b);
  for (const { a, b } of sorted) groups.follow(a, b);
  return groups.founded();
}

/** Mentions that are alike: what average linkage compares. */
interface Part {
  readonly members: Set<string>;
  readonly anchors: Set<string>;
  /** How many of both are no delegates: two of these were never compared. */
  readonly crowd: { members: number; anchors: number };
}

/** Parts that are one incident: one, unless an analyst put unlike ones together. */
interface Group {
  readonly members: Set<string>;
  /** Article → which of its mentions are among the members. */
  readonly articles: Map<string, readonly string[]>;
}

/** Two mentions of one article, one in each of two groups. */
interface ToldTwice {
  readonly articleId: string;
  readonly a: string;
  readonly b: string;
}

/** Log-odds that two mentions of one article are one incident that was read as two; by folds of gva -4 to -10 do alike. */
const SAME_ARTICLE = -8;

class Groups {
  private readonly nodes: ReadonlyMap<string, GroupNode>;
  private readonly partOf: Map<string, Part>;
  private readonly groupOf: Map<string, Group>;
  /** Per mention: its links. */
  private readonly scores = new Map<string, Map<string, number>>();
  private readonly apart = new Map<string, Set<string>>();

  constructor(nodes: readonly GroupNode[], links: readonly GroupLink[]) {
    this.nodes = new Map(nodes.map((node) => [node.mentionId, node]));
    this.partOf = new Map(
      nodes.map(({ mentionId: id, tier, isDelegate = true }) => {
        const silent = isDelegate ? 0 : 1;
        const isAnchor = tier === 'anchor';
        return [
          id,
          {
            members: new Set([id]),
            anchors: new Set(isAnchor ? [id] : []),
            crowd: { members: silent, anchors: isAnchor ? silent : 0 },
          },
        ];
      }),
    );
    this.groupOf = new Map(
      nodes.map(({ mentionId: id, articleId }) => [
        id,
        { members: new Set([id]), articles: new Map([[articleId, [id]]]) },
      ]),
    );
    for (const { a, b, score, verdict } of links) {
      if (verdict === 'likely')
        both(a, b, (x, y) => inner(this.scores, x, () => new Map()).set(y, score));
      if (verdict === 'apart') both(a, b, (x, y) => inner(this.apart, x, () => new Set()).add(y));
    }
  }

  founds(mentionId: string): boolean {
    const tier = this.nodes.get(mentionId)?.tier;
    return tier === 'anchor' || tier === 'coarse';
  }

  /** Joins the parts of two mentions, and so their groups, if they are alike. */
  join(a: string, b: string): void {
    const [part, other] = [this.partOf.get(a), this.partOf.get(b)];
    const [into, from] = [this.groupOf.get(a), this.groupOf.get(b)];
    if (!part || !other || !into || !from || part === other) return;
    const twice = into === from ? [] : toldTwice(into, from);
    if (into !== from && this.clash(into, from, twice)) return;
    if (this.likeness(part, other, twice) < ALIKE) return;
    for (const member of other.members) {
      part.members.add(member);
      this.partOf.set(member, part);
    }
    for (const anchor of other.anchors) part.anchors.add(anchor);
    part.crowd.members += other.crowd.members;
    part.crowd.anchors += other.crowd.anchors;
    if (into !== from) this.unite(into, from);
  }

  /** Lets the one of the two that founds nothing follow the other's group, once. */
  follow(a: string, b: string): void {
    const [leader, follower] = this.founds(a) ? [a, b] : [b, a];
    if (this.nodes.get(follower)?.tier !== 'follower' || !this.founds(leader)) return;
    if (this.groupOf.get(follower)?.members.size === 1) this.join(leader, follower);
  }

  /** Makes one group of two whatever speaks against it; what is like either of them may join. */
  obey(a: string, b: string): void {
    const [into, from] = [this.groupOf.get(a), this.groupOf.get(b)];
    if (into && from && into !== from) this.unite(into, from);
  }

  founded(): string[][] {
    return [...new Set(this.groupOf.values())]
      .map(({ members }) => [...members].sort(byText))
      .filter((group) => group.some((id) => this.founds(id)))
      .sort((x, y) => byText(x[0] ?? '', y[0] ?? ''));
  }

  private unite(into: Group, from: Group): void {
    for (const member of from.members) {
      into.members.add(member);
      this.groupOf.set(member, into);
    }
    for (const [article, own] of from.articles)
      into.articles.set(article, [...(into.articles.get(article) ?? []), ...own]);
  }

  /** Average log-odds of the pairs of two parts that were compared. */
  private likeness(a: Part, b: Part, twice: readonly ToldTwice[]): number {
    const anchorPairs = a.anchors.size * b.anchors.size - a.crowd.anchors * b.crowd.anchors;
    const [here, there] = anchorPairs > 0 ? [a.anchors, b.anchors] : [a.members, b.members];
    const pairs =
      anchorPairs > 0
        ? anchorPairs
        : a.members.size * b.members.size - a.crowd.members * b.crowd.members;
    const [small, large] = here.size < there.size ? [here, there] : [there, here];
    let sum = 0;
    let linked = 0;
    for (const member of small) {
      for (const [other, score] of this.scores.get(member) ?? []) {
        if (!large.has(other)) continue;
        sum += Math.min(MOST, score);
        linked += 1;
      }
    }
    for (const pair of twice) {
      if (!(here.has(pair.a) && there.has(pair.b)) && !(here.has(pair.b) && there.has(pair.a)))
        continue;
      sum += SAME_ARTICLE;
      linked += 1;
    }
    return (sum + (pairs - linked) * UNLINKED) / pairs;
  }

  private clash(a: Group, b: Group, twice: readonly ToldTwice[]): boolean {
    if (twice.some(({ articleId }) => articleId !== twice[0]?.articleId)) return true;
    if (twice.some((pair) => this.contradict(pair.a, pair.b))) return true;
    if (this.apart.size === 0) return false;
    const [small, large] = a.members.size < b.members.size ? [a, b] : [b, a];
    return [...small.members].some((id) =>
      [...(this.apart.get(id) ?? [])].some((other) => large.members.has(other)),
    );
  }

  private contradict(a: string, b: string): boolean {
    const [here, there] = [this.nodes.get(a)?.told, this.nodes.get(b)?.told];
    return here !== undefined && there !== undefined && contradict(here, there);
  }
}

/** The mentions of articles that are in both groups, each of the one with each of the other. */
function toldTwice(here: Group, there: Group): ToldTwice[] {
  const isSmaller = here.articles.size < there.articles.size;
  const [small, large] = isSmaller ? [here, there] : [there, here];
  return [...small.articles].flatMap(([articleId, own]) =>
    own.flatMap((a) => (large.articles.get(articleId) ?? []).map((b) => ({ articleId, a, b }))),
  );
}

function both(a: string, b: string, act: (x: string, y: string) => void): void {
  act(a, b);
  act(b, a);
}

function inner<V>(map: Map<string, V>, key: string, create: () => V): V {
  const value = map.get(key) ?? create();
  map.set(key, value);
  return value;
}
