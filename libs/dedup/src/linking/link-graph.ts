import { Components } from '../components.js';
import { LINK_THRESHOLD } from './score-link.js';

/** An analyst's word about two mentions: no likeness and no rule outweighs it. */
export interface Verdict {
  readonly a: number;
  readonly b: number;
  readonly verdict: 'together' | 'apart';
}

/** Links of one component's mentions, by their places in its list. */
export interface ComponentLinks {
  /** Places in the graph's list, in its order. */
  readonly members: readonly number[];
  readonly verdicts: readonly Verdict[];
  readonly count: number;
  forEach(act: (a: number, b: number, score: number) => void): void;
}

/**
 * Which mentions tell of one incident, each named by its place in a list. A much told incident has hundreds of thousands
 * of links, so they are numbers in arrays.
 */
export class LinkGraph {
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly scores: number[] = [];
  private readonly verdicts: Verdict[] = [];
  private readonly parts: Components;

  /** @param size how many mentions there are */
  constructor(readonly size: number) {
    this.parts = new Components(size);
  }

  /**
   * @param score log-odds that two mentions are one incident; doubtful ones, below 0, connect nothing, but count where
   *   groups are compared
   */
  link(a: number, b: number, score: number): void {
    this.from.push(a);
    this.to.push(b);
    this.scores.push(score);
    if (score >= LINK_THRESHOLD) this.parts.union(a, b);
  }

  /** Connects two also where it keeps them apart. */
  judge(a: number, b: number, verdict: Verdict['verdict']): void {
    this.verdicts.push({ a, b, verdict });
    this.parts.union(a, b);
  }

  /** The least place that a mention is connected with. */
  componentOf(place: number): number {
    return this.parts.find(place);
  }

  /** Part by part what is connected: nothing in one part has a say in another. */
  *components(): Generator<ComponentLinks> {
    const { size, from, to, scores } = this;
    const members = Map.groupBy(Array(size).keys(), (place) => this.parts.find(place));
    const local = new Int32Array(size);
    for (const own of members.values()) for (const [at, place] of own.entries()) local[place] = at;
    const links = Map.groupBy(this.inside(), (link) => this.parts.find(from[link] as number));
    const verdicts = Map.groupBy(this.verdicts, ({ a }) => this.parts.find(a));
    const at = (place: number | undefined) => local[place as number] as number;
    for (const [component, own] of members) {
      const among = links.get(component) ?? [];
      yield {
        members: own,
        verdicts: (verdicts.get(component) ?? []).map(({ a, b, verdict }) => ({
          a: at(a),
          b: at(b),
          verdict,
        })),
        count: among.length,
        forEach(act) {
          for (const link of among) act(at(from[link]), at(to[link]), scores[link] as number);
        },
      };
    }
  }

  /** The links that don't lead from one component to another, as doubtful ones may. */
  private *inside(): Generator<number> {
    for (const [link, a] of this.from.entries())
      if (this.parts.find(a) === this.parts.find(this.to[link] as number)) yield link;
  }
}
