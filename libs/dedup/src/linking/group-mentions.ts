import { byText } from '../order.js';
import { ALIKE, MOST, UNLINKED } from './average-linkage.js';
import type { Tier } from './linkable.js';
import { LINK_THRESHOLD } from './score-link.js';

/** A mention as a point of the link graph. */
export interface GroupNode {
  readonly mentionId: string;
  readonly articleId: string;
  readonly tier: Tier;
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
 * vague follows and never joins two; followers come last and found nothing. One article tells of one incident once,
 * so two mentions of one article never meet in a group.
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
}

/** Parts that are one incident: one, unless an analyst put unlike ones together. */
interface Group {
  readonly members: Set<string>;
  readonly articles: Set<string>;
}

class Groups {
  private readonly tiers: ReadonlyMap<string, Tier>;
  private readonly partOf: Map<string, Part>;
  private readonly groupOf: Map<string, Group>;
  /** Per mention: its links. */
  private readonly scores = new Map<string, Map<string, number>>();
  private readonly apart = new Map<string, Set<string>>();

  constructor(nodes: readonly GroupNode[], links: readonly GroupLink[]) {
    this.tiers = new Map(nodes.map(({ mentionId, tier }) => [mentionId, tier]));
    this.partOf = new Map(
      nodes.map(({ mentionId: id, tier }) => [
        id,
        { members: new Set([id]), anchors: new Set(tier === 'anchor' ? [id] : []) },
      ]),
    );
    this.groupOf = new Map(
      nodes.map(({ mentionId: id, articleId }) => [
        id,
        { members: new Set([id]), articles: new Set([articleId]) },
      ]),
    );
    for (const { a, b, score, verdict } of links) {
      if (verdict === 'likely')
        both(a, b, (x, y) => inner(this.scores, x, () => new Map()).set(y, score));
      if (verdict === 'apart') both(a, b, (x, y) => inner(this.apart, x, () => new Set()).add(y));
    }
  }

  founds(mentionId: string): boolean {
    const tier = this.tiers.get(mentionId);
    return tier === 'anchor' || tier === 'coarse';
  }

  /** Joins the parts of two mentions, and so their groups, if they are alike. */
  join(a: string, b: string): void {
    const [part, other] = [this.partOf.get(a), this.partOf.get(b)];
    const [into, from] = [this.groupOf.get(a), this.groupOf.get(b)];
    if (!part || !other || !into || !from || part === other) return;
    if (into !== from && this.clash(into, from)) return;
    if (this.likeness(part, other) < ALIKE) return;
    for (const member of other.members) {
      part.members.add(member);
      this.partOf.set(member, part);
    }
    for (const anchor of other.anchors) part.anchors.add(anchor);
    if (into !== from) this.unite(into, from);
  }

  /** Lets the one of the two that founds nothing follow the other's group, once. */
  follow(a: string, b: string): void {
    const [leader, follower] = this.founds(a) ? [a, b] : [b, a];
    if (this.tiers.get(follower) !== 'follower' || !this.founds(leader)) return;
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
    for (const article of from.articles) into.articles.add(article);
  }

  /** Average log-odds of the pairs of two parts. */
  private likeness(a: Part, b: Part): number {
    const anchored = a.anchors.size > 0 && b.anchors.size > 0;
    const [here, there] = anchored ? [a.anchors, b.anchors] : [a.members, b.members];
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
    const pairs = small.size * large.size;
    return (sum + (pairs - linked) * UNLINKED) / pairs;
  }

  private clash(a: Group, b: Group): boolean {
    const [small, large] = a.articles.size < b.articles.size ? [a, b] : [b, a];
    if ([...small.articles].some((article) => large.articles.has(article))) return true;
    if (this.apart.size === 0) return false;
    return [...small.members].some((id) =>
      [...(this.apart.get(id) ?? [])].some((other) => large.members.has(other)),
    );
  }
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
