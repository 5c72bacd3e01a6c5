import { byText } from '../order.js';
import type { Tier } from './linkable.js';

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
 * Divides mentions into incidents, best links first: anchors join, coarse mentions follow the anchor that they fit
 * best or else each other, followers come last and found nothing. One article tells of one incident once, so two
 * mentions of one article never meet in a group.
 *
 * A function of the sets alone. The order in which mentions arrived can't matter.
 * @returns the groups that have a founder, each sorted by mention id
 */
export function groupMentions(
  nodes: readonly GroupNode[],
  links: readonly GroupLink[],
): string[][] {
  const apart = links.filter(({ verdict }) => verdict === 'apart');
  const groups = new Groups(nodes, apart);
  for (const { a, b } of links.filter(({ verdict }) => verdict === 'together')) groups.obey(a, b);
  const sorted = links
    .filter(({ verdict }) => verdict === 'likely')
    .map(({ a, b, score }) => (a < b ? { a, b, score } : { a: b, b: a, score }))
    .sort((x, y) => y.score - x.score || byText(x.a, y.a) || byText(x.b, y.b));
  const between = (...tiers: readonly [Tier, Tier]) =>
    sorted.filter(({ a, b }) => groups.hasTiers(a, b, tiers));

  for (const { a, b } of between('anchor', 'anchor')) groups.join(a, b);
  for (const { a, b } of between('anchor', 'coarse')) groups.attach(a, b, 'coarse');
  for (const { a, b } of between('coarse', 'coarse')) groups.joinLoose(a, b);
  for (const founder of ['anchor', 'coarse'] as const) {
    for (const { a, b } of between(founder, 'follower')) groups.attach(a, b, 'follower');
  }
  return groups.founded();
}

class Groups {
  private readonly nodes: Map<string, GroupNode>;
  private readonly groupOf: Map<string, Set<string>>;
  private readonly attached = new Set<string>();
  private readonly apart: ReadonlySet<string>;

  constructor(nodes: readonly GroupNode[], apart: readonly GroupLink[]) {
    this.apart = new Set(apart.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
    this.nodes = new Map(nodes.map((node) => [node.mentionId, node]));
    this.groupOf = new Map(nodes.map(({ mentionId }) => [mentionId, new Set([mentionId])]));
  }

  hasTiers(a: string, b: string, [first, second]: readonly [Tier, Tier]): boolean {
    const [tierA, tierB] = [this.nodes.get(a)?.tier, this.nodes.get(b)?.tier];
    return (tierA === first && tierB === second) || (tierA === second && tierB === first);
  }

  join(a: string, b: string): boolean {
    const [into, from] = [this.group(a), this.group(b)];
    if (into === from || this.clash(into, from)) return false;
    this.unite(a, b);
    return true;
  }

  /** Joins two whatever speaks against it, and lets neither follow anyone else. */
  obey(a: string, b: string): void {
    this.unite(a, b);
    this.attached.add(a).add(b);
  }

  private unite(a: string, b: string): void {
    const into = this.group(a);
    for (const member of this.group(b)) {
      into.add(member);
      this.groupOf.set(member, into);
    }
  }

  /** Joins the one of the two that has this tier to the other's group, once: it is a leaf and carries nothing over. */
  attach(a: string, b: string, tier: Tier): void {
    const leaf = this.nodes.get(a)?.tier === tier ? a : b;
    if (this.attached.has(leaf)) return;
    if (this.join(leaf === a ? b : a, leaf)) this.attached.add(leaf);
  }

  /** Joins two that found no anchor. */
  joinLoose(a: string, b: string): void {
    if (!this.attached.has(a) && !this.attached.has(b)) this.join(a, b);
  }

  founded(): string[][] {
    return [...new Set(this.groupOf.values())]
      .map((group) => [...group].sort(byText))
      .filter((group) => group.some((id) => this.founds(id)))
      .sort((x, y) => byText(x[0] ?? '', y[0] ?? ''));
  }

  private founds(mentionId: string): boolean {
    const tier = this.nodes.get(mentionId)?.tier;
    return tier === 'anchor' || tier === 'coarse';
  }

  private group(mentionId: string): Set<string> {
    return this.groupOf.get(mentionId) ?? new Set();
  }

  private clash(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
    const articles = new Set([...a].map((id) => this.nodes.get(id)?.articleId));
    return [...b].some(
      (id) =>
        articles.has(this.nodes.get(id)?.articleId) ||
        (this.apart.size > 0 && [...a].some((other) => this.apart.has(`${id} ${other}`))),
    );
  }
}
