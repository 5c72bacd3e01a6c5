import { onceEach } from '../once-each.js';
import { byText } from '../order.js';
import { Between } from './between.js';
import { contradict } from './contradict.js';
import type { ComponentLinks, LinkGraph } from './link-graph.js';
import { LinkList } from './link-list.js';
import type { Tier, Told } from './linkable.js';
import { Partition } from './partition.js';
import { Parts } from './parts.js';
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

/**
 * Divides mentions into incidents, best links first, by average linkage: two groups are one incident where their
 * links and missing links together speak for it. Where both have anchors these alone are asked, so that what is
 * vague follows and never joins two; followers come last and found nothing. Two mentions of one article speak against
 * each other, since the article was read as telling of two incidents; where a second article tells of both, too, or
 * where they contradict each other, they never meet in a group.
 *
 * A function of the sets alone. The order in which mentions arrived can't matter.
 * @param graph of the nodes, by their places
 * @returns the groups that have a founder, each sorted by mention id
 */
export function groupMentions(nodes: readonly GroupNode[], graph: LinkGraph): string[][] {
  const grouped = [...graph.components()].flatMap((component) => groupConnected(nodes, component));
  return grouped.sort(([a = ''], [b = '']) => byText(a, b));
}

function groupConnected(nodes: readonly GroupNode[], component: ComponentLinks): string[][] {
  const own = Array.from(component.members, (place) => nodes[place] as GroupNode);
  const sorted = [...own.keys()].sort((a, b) => byText(idOf(own[a]), idOf(own[b])));
  const places = new Int32Array(own.length);
  for (const [place, at] of sorted.entries()) places[at] = place;
  const placeOf = (at: number) => places[at] as number;
  const groups = new Groups(sorted.map((at) => own[at] as GroupNode));
  const founding = new LinkList(own.length, component.count);
  const following = new LinkList(own.length, component.count);
  for (const { a, b, verdict } of component.verdicts) {
    if (verdict === 'apart') groups.keepApart(placeOf(a), placeOf(b));
    else groups.obey(placeOf(a), placeOf(b));
  }
  component.forEach((a, b, score) => {
    const [here, there] = [placeOf(a), placeOf(b)];
    groups.link(here, there, score);
    if (score < LINK_THRESHOLD) return;
    (groups.founds(here) && groups.founds(there) ? founding : following).add(here, there, score);
  });
  founding.forEachBestFirst((a, b) => groups.join(a, b));
  following.forEachBestFirst((a, b) => groups.follow(a, b));
  // A court's report may be like another court's report alone, which is like the news.
  following.forEachBestFirst((a, b) => groups.followOn(a, b));
  return groups.founded().map((group) => group.map((at) => idOf(own[sorted[at] as number])));
}

const idOf = (node: GroupNode | undefined) => node?.mentionId ?? '';

/** Two mentions of one article, one in each of two groups. */
interface ToldTwice {
  readonly articleId: string;
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** Log-odds that two mentions of one article are one incident that was read as two; by folds of gva -4 to -10 do alike. */
const SAME_ARTICLE = -8;

const FOUNDS: readonly Tier[] = ['anchor', 'coarse'];

/** Mentions, by their places in a list, that are one incident: a part of alike ones, or several by an analyst's word. */
class Groups {
  private readonly parts: Parts;
  private readonly groups: Partition;
  private readonly twice: Between<readonly ToldTwice[]>;
  /** Those that an analyst holds apart. */
  private readonly apart: Between<true>;

  constructor(private readonly nodes: readonly GroupNode[]) {
    this.parts = new Parts(
      nodes.map(({ tier, isDelegate = true }) => ({
        isAnchor: tier === 'anchor',
        isSilent: !isDelegate,
      })),
    );
    this.groups = new Partition(nodes.length);
    this.apart = new Between(nodes.length, () => true);
    this.twice = new Between(nodes.length, (some, more) => [...some, ...more]);
    for (const own of Map.groupBy(nodes.keys(), (place) => nodes[place]?.articleId).values())
      for (const [nth, a] of own.entries())
        for (const b of own.slice(nth + 1)) {
          const { articleId } = nodes[a] as GroupNode;
          this.twice.set(a, b, [{ articleId, a, b, score: SAME_ARTICLE }]);
        }
  }

  link(a: number, b: number, score: number): void {
    this.parts.link(a, b, score);
  }

  keepApart(a: number, b: number): void {
    const [here, there] = [this.groups.of(a), this.groups.of(b)];
    if (here !== there) this.apart.set(here, there, true);
  }

  /** Makes one group of two whatever speaks against it; what is like either of them may join. */
  obey(a: number, b: number): void {
    const [here, there] = [this.groups.of(a), this.groups.of(b)];
    if (here !== there) this.unite(here, there);
  }

  /** Whether a mention may found an incident. */
  founds(place: number): boolean {
    return FOUNDS.includes((this.nodes[place] as GroupNode).tier);
  }

  /** Joins the parts of two mentions, and so their groups, if they are alike. */
  join(a: number, b: number): void {
    if (this.parts.areOne(a, b)) return;
    const [here, there] = [this.groups.of(a), this.groups.of(b)];
    const twice = this.twice.get(here, there) ?? [];
    if (this.clash(here, there, twice) || !this.parts.areAlike(a, b, twice)) return;
    this.parts.join(a, b);
    if (here !== there) this.unite(here, there);
  }

  /** Lets the one of the two that founds nothing follow the other's group, once. */
  follow(a: number, b: number): void {
    const [leader, follower] = this.founds(a) ? [a, b] : [b, a];
    if (this.founds(leader)) this.attach(leader, follower);
  }

  /** Lets the one of the two that follows nothing yet follow the other, which does. */
  followOn(a: number, b: number): void {
    const [leader, follower] = this.isSingle(b) ? [a, b] : [b, a];
    if (!this.isSingle(leader)) this.attach(leader, follower);
  }

  private attach(leader: number, follower: number): void {
    const isFollower = this.nodes[follower]?.tier === 'follower';
    if (isFollower && this.isSingle(follower)) this.join(leader, follower);
  }

  private isSingle(place: number): boolean {
    return this.groups.members(this.groups.of(place)).length === 1;
  }

  /** The groups that have a founder, each in order, and by their first. */
  founded(): number[][] {
    return [...new Set(this.groups.all())]
      .map((group) => this.groups.members(group).toSorted((a, b) => a - b))
      .filter((group) => group.some((place) => this.founds(place)))
      .sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
  }

  private unite(here: number, there: number): void {
    const [into, from] = this.groups.bySize(here, there);
    this.groups.unite(into, from);
    this.twice.unite(into, from);
    this.apart.unite(into, from);
  }

  private clash(here: number, there: number, twice: readonly ToldTwice[]): boolean {
    if (this.apart.get(here, there) === true) return true;
    if (twice.some(({ articleId }) => articleId !== twice[0]?.articleId)) return true;
    return twice.some(this.contradicts);
  }

  /** Asked of every link between two groups, and the same each time. */
  private readonly contradicts = onceEach(({ a, b }: ToldTwice) =>
    contradict((this.nodes[a] as GroupNode).told, (this.nodes[b] as GroupNode).told),
  );
}
