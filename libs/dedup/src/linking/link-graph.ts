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

/** Links for which there is room where nobody says how many come. */
const SOME_LINKS = 64;

/**
 * Which mentions tell of one incident, each named by its place in a list. A much told incident has hundreds of thousands
 * of links, so they are numbers in arrays that fit.
 */
export class LinkGraph {
  private from: Int32Array;
  private to: Int32Array;
  private scores: Float64Array;
  private count = 0;
  private readonly verdicts: VerdictLink<number>[] = [];
  private readonly parts: Components;

  /**
   * @param size how many mentions there are
   * @param links about how many links there will be: more are as good, but are moved
   */
  constructor(
    private readonly size: number,
    links: number = SOME_LINKS,
  ) {
    this.parts = new Components(size);
    this.from = new Int32Array(links);
    this.to = new Int32Array(links);
    this.scores = new Float64Array(links);
  }

  /**
   * @param score log-odds that two mentions are one incident; doubtful ones, below 0, connect nothing, but count where
   *   groups are compared
   */
  link(a: number, b: number, score: number): void {
    if (this.count === this.from.length) this.grow();
    this.from[this.count] = a;
    this.to[this.count] = b;
    this.scores[this.count] = score;
    this.count += 1;
    if (score >= LINK_THRESHOLD) this.parts.union(a, b);
  }

  private grow(): void {
    const links = Math.max(SOME_LINKS, this.count * 2);
    const [from, to, scores] = [this.from, this.to, this.scores];
    this.from = new Int32Array(links);
    this.to = new Int32Array(links);
    this.scores = new Float64Array(links);
    this.from.set(from);
    this.to.set(to);
    this.scores.set(scores);
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
    const { size, from, to, scores, count } = this;
    const componentOf = new Int32Array(size);
    for (let place = 0; place < size; place += 1) componentOf[place] = this.parts.find(place);
    const places = sortedInto(size, componentOf);
    // Doubtful links may lead from one component to another: these are left out.
    const componentOfLink = new Int32Array(count);
    for (let link = 0; link < count; link += 1) {
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
          for (let nth = 0; nth < among.length; nth += 1) {
            const link = among[nth] as number;
            act(at(from[link]), at(to[link]), scores[link] as number);
          }
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
  for (let item = 0; item < binOf.length; item += 1) {
    const bin = binOf[item] as number;
    if (bin !== NONE) ends[bin + 1] = (ends[bin + 1] as number) + 1;
  }
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
