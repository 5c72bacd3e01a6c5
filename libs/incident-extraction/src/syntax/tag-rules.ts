import { type WinkMachine, winkMachines } from './wink-model.js';
import type { WordClass } from './word-classes.js';

/** The model's numbers of what automata see: parts of speech as they are, hints from here on, the end. */
const HINTS = 1_080_000;
const END = 2_070_000;
/** The edge that is taken where none else fits. */
const OTHERWISE = 2_070_003;

/** Ours: parts of speech below 64, hints below 320, then the end and "otherwise". */
const FIRST_HINT = 64;
const END_EVENT = 320;
const OTHERWISE_EVENT = 321;
const EVENTS = 322;

function eventOf(winks: number): number {
  if (winks === END) return END_EVENT;
  if (winks === OTHERWISE) return OTHERWISE_EVENT;
  return winks >= HINTS ? winks - HINTS + FIRST_HINT : winks;
}

/**
 * Patterns of parts of speech, each with one place that it corrects: an automaton over rows of a table. Finds
 * the longest pattern at each place, none inside another.
 */
class TagRules {
  private readonly edges: Uint16Array;
  /** Of final states: the tag that is given; below 0, whatever the word may be; 0 of other states. */
  private readonly given: Int8Array;
  /** Of final states: which place of the pattern is corrected. */
  private readonly marks: Uint8Array;

  constructor([, last, edges, finals, marks]: WinkMachine) {
    this.edges = new Uint16Array((last + 1) * EVENTS);
    this.given = new Int8Array(last + 1);
    this.marks = new Uint8Array(last + 1);
    for (const [state, row] of Object.entries(edges)) {
      for (const [event, to] of Object.entries(row)) {
        // One edge of the model has a name that is no number, and is never taken.
        if (/^\d+$/.test(event)) this.edges[+state * EVENTS + eventOf(+event)] = to;
      }
    }
    for (const [state, tag] of Object.entries(finals)) this.given[+state] = +tag;
    for (const [state, [from]] of Object.entries(marks)) this.marks[+state] = from;
  }

  /** Corrects tags in place. What is found is applied at the end: patterns see the tags as they came. */
  correct(words: readonly WordClass[], tags: Uint8Array): void {
    const found: number[] = [];
    let [state, first, before, beforeAt] = [0, 0, 0, 0];
    const length = words.length;
    for (let i = 0; i <= length; i++) {
      for (let j = i; j <= length; j++) {
        let next = this.edges[state * EVENTS + eventAt(words, tags, j)]!;
        if (state === 0 && next !== 0) first = j;
        let ended = false;
        if (this.given[next] !== 0) {
          found.push(first, next);
          i = j;
          [next, before, ended] = [0, 0, true];
        } else if (next === 0) {
          if (before !== 0) {
            found.push(first, before);
            i = beforeAt;
            before = 0;
          }
          ended = true;
        }
        state = next;
        if (ended) break;
        const otherwise = this.edges[state * EVENTS + OTHERWISE_EVENT]!;
        if (otherwise !== 0) [before, beforeAt] = [otherwise, j];
      }
    }
    for (let at = 0; at < found.length; at += 2) {
      const [from, final] = [found[at]!, found[at + 1]!];
      const place = from + this.marks[final]!;
      const tag = this.given[final]!;
      if (tag < 0) tags[place] = -tag;
      else if (words[place]?.possible.has(tag)) tags[place] = tag;
    }
  }
}

function eventAt(words: readonly WordClass[], tags: Uint8Array, at: number): number {
  if (at === words.length) return END_EVENT;
  const { hint } = words[at]!;
  return hint === 0 ? tags[at]! : hint + FIRST_HINT;
}

const machines = winkMachines().map((machine) => new TagRules(machine));

/** The tag of each word by what stands around it; indexes of `POS_NAMES`. Linear in the number of words. */
export function tagsOf(words: readonly WordClass[]): Uint8Array {
  const tags = Uint8Array.from(words, ({ usual }) => usual);
  for (const machine of machines) machine.correct(words, tags);
  words.forEach(({ fixed, usual }, i) => {
    if (fixed) tags[i] = usual;
  });
  return tags;
}
