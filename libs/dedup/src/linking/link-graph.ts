import { Components } from '../components.js';
import type { VerdictLink } from '../curation/verdicts.js';
import { LINK_THRESHOLD } from './score-link.js';

/** Links of one component's mentions, by their places in its list. */
export interface ComponentLinks {
  /** Places in the graph's list, in its order. */
  readonly members: Int32Array;
  readonly verdicts: readonly VerdictLink<number>[];
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
  private readonly verdicts: VerdictLink<number>[] = [];
  private readonly parts: Components;

  /** @param size how many mentions there are */
  constructor(private readonly size: number) {
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
  judge(a: number, b: number, verdict: VerdictLink['verdict']): void {
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
    const componentOf = new Int32Array(size);
    for (let place = 0; place < size; place += 1) componentOf[place] = this.parts.find(place);
    const places = sortedInto(size, componentOf);
    // Doubtful links may lead from one component to another: these are left out.
    const componentOfLink = new Int32Array(from.length);
    for (let link = 0; link < from.length; link += 1) {
      const component = componentOf[from[link] as number] as number;
      const isWithin = component === componentOf[to[link] as number];
      componentOfLink[link] = isWithin ? component : NONE;
    }
    const links = sortedInto(size, componentOfLink);
    const verdicts = Map.groupBy(this.verdicts, ({ a }) => componentOf[a]);
    const local = new Int32Array(size);
    const at = (place: number | undefined) => local[place as number] as number;
    for (let component = 0; component < size; component += 1) {
      const members = places(component);
      if (members.length === 0) continue;
      for (const [nth, place] of members.entries()) local[place] = nth;
      const among = links(component);
      yield {
        members,
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
}

/** Of what belongs to no component. */
const NONE = -1;

/**
 * Sorts items into numbered bins, each in the items' order, by counting.
 * @param binOf each item's bin below `bins`, or `NONE`
 * @returns the items of a bin
 */
function sortedInto(bins: number, binOf: Int32Array): (bin: number) => Int32Array {
  const ends = new Int32Array(bins + 1);
  for (const bin of binOf) if (bin !== NONE) (ends[bin + 1] as number) += 1;
  for (let bin = 0; bin < bins; bin += 1)
    ends[bin + 1] = (ends[bin + 1] as number) + (ends[bin] as number);
  const starts = ends.slice();
  const items = new Int32Array(ends[bins] as number);
  for (let item = 0; item < binOf.length; item += 1) {
    const bin = binOf[item] as number;
    if (bin === NONE) continue;
    items[ends[bin] as number] = item;
    ends[bin] = (ends[bin] as number) + 1;
  }
  return (bin) => items.subarray(starts[bin], starts[bin + 1]);
}
