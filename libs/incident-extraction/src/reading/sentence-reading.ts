import { readAttribution, type SentenceAttribution } from '../attribution/read-attribution.js';
import { carryAttribution } from '../attribution/carry.js';
import { findNumbers, type NumberExpression } from '../numbers/counts.js';
import { knownNames } from '../people/known-names.js';
import type { Person } from '../people/person.js';
import { findPeople } from '../people/phrases.js';
import { findTimes, type TimeExpression } from '../time/find-times.js';
import { instruments } from '../lexicon/instruments.js';
import type { PhraseMatch } from '../lexicon/phrase-index.js';
import { happenings } from '../lexicon/triggers.js';
import { readSyntax, type Syntax } from '../syntax/syntax.js';
import type { Document, Sentence } from '../text/document.js';
import { readTolls, type Toll } from './casualties.js';
import type { Token } from '../text/tokens.js';
import { type Frame, readFrames } from './frames.js';
import { readRunningTotal } from './running-total.js';

/** Everything that is read in one sentence on its own, before sentences are put together. */
export interface SentenceReading {
  readonly sentence: Sentence;
  readonly numbers: readonly NumberExpression[];
  readonly people: readonly Person[];
  readonly syntax: Syntax;
  readonly frames: readonly Frame[];
  readonly tolls: readonly Toll[];
  readonly times: readonly TimeExpression[];
  readonly attribution: SentenceAttribution;
  readonly instruments: readonly PhraseMatch<string>[];
  /** The sentence gives a running total ("so far", "death toll has risen"). */
  readonly runningTotal: boolean;
}

/** Sentences without a trigger are not parsed. */
const NONE: Syntax = { pos: [], phrases: [], clauses: [] };

/** "Four Killed In Market Blast": capitals say nothing about names. */
function isTitleCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind, low }) => kind === 'word' && low.length > 3);
  return words.filter(({ capital }) => capital).length > words.length * 0.7;
}

/** Farthest that the dash behind a dateline stands from the sentence's beginning, in tokens. */
const DATELINE = 20;

/** Where a dateline ends, -1 without one: the day in "LIMA, 5 Jan (EFE) --" is the report's. */
function datelineEnd(tokens: readonly Token[]): number {
  return tokens
    .slice(0, DATELINE)
    .findIndex(
      ({ low }, i) => low === '–' || low === '—' || (low === '-' && tokens[i + 1]?.low === '-'),
    );
}

/**
 * Reads a document's sentences; who speaks is carried from one to the next. Each step is done for all of
 * them before the next one: the code of all steps is far larger than a processor's caches, and fetching it
 * anew for each sentence takes a fifth of the time. The order is the library's: attribution is peeled off
 * before times attach. Times are read when one of them is first asked for: of an article that turns out to
 * report nothing no one asks.
 */
export function readSentences(document: Document): SentenceReading[] {
  const { sentences, upperCase, published } = document;
  const each = <T>(read: (tokens: readonly Token[], i: number) => T): T[] =>
    sentences.map(({ tokens }, i) => read(tokens, i));
  const known = knownNames(document);
  const found = each((tokens) => happenings.findAll(tokens));
  const isHit = (i: number): boolean => found[i]!.length > 0;
  const numbers = each(findNumbers);
  const people = each((tokens, i) => findPeople(tokens, numbers[i]!, upperCase, known));
  const isTitle = (i: number): boolean => sentences[i]!.part === 'title';
  const titled = each((tokens, i) => upperCase || (isHit(i) && isTitleCase(tokens)));
  const syntaxes = each((tokens, i) =>
    isHit(i) ? readSyntax(tokens, upperCase || (isTitle(i) && titled[i]!)) : NONE,
  );
  const said = each((tokens, i) => readAttribution(tokens, isHit(i) ? syntaxes[i]! : null));
  const frames = each((tokens, i) =>
    isHit(i)
      ? readFrames(
          {
            tokens,
            people: people[i]!,
            syntax: syntaxes[i]!,
            titled: titled[i]!,
            title: isTitle(i),
          },
          found[i]!,
        )
      : [],
  );
  const isSpeaker = (i: number, at: number): boolean =>
    said[i]!.spans.some((s) => at >= s.from && at < s.to);
  // "police said Monday": the day behind the verb is the saying's.
  const inSaying = (i: number, at: number): boolean =>
    said[i]!.spans.some((s) => at >= s.from && at <= s.to);
  const timesIn = (tokens: readonly Token[], i: number): TimeExpression[] => {
    const dash = datelineEnd(tokens);
    return findTimes(tokens, published).filter(({ from }) => from > dash && !inSaying(i, from));
  };
  let times: TimeExpression[][] | undefined;
  const tolls = each((tokens, i) =>
    readTolls(tokens, frames[i]!, people[i]!, numbers[i]!, (at) => isSpeaker(i, at)),
  );
  const attributions = carryAttribution(
    sentences.map((sentence, i) => ({ sentence, attribution: said[i]! })),
  );
  return sentences.map(
    (sentence, i) =>
      new Reading(
        {
          sentence,
          numbers: numbers[i]!,
          people: people[i]!,
          syntax: syntaxes[i]!,
          frames: frames[i]!,
          tolls: tolls[i]!,
          attribution: attributions[i]!,
          instruments: instruments.findAll(sentence.tokens),
          runningTotal: readRunningTotal(sentence.tokens),
        },
        () => (times ??= each(timesIn))[i]!,
      ),
  );
}

/** A reading of the same sentence with other frames. */
export const withFrames = (reading: SentenceReading, frames: readonly Frame[]): SentenceReading =>
  new Reading({ ...reading, frames }, () => reading.times);

type ReadAtOnce = Omit<SentenceReading, 'times'>;

/** A class, for an object literal with a getter has a shape of its own each time, and all that reads it is slow. */
class Reading implements SentenceReading {
  readonly sentence: Sentence;
  readonly numbers: readonly NumberExpression[];
  readonly people: readonly Person[];
  readonly syntax: Syntax;
  readonly frames: readonly Frame[];
  readonly tolls: readonly Toll[];
  readonly attribution: SentenceAttribution;
  readonly instruments: readonly PhraseMatch<string>[];
  readonly runningTotal: boolean;
  readonly #times: () => readonly TimeExpression[];

  constructor(read: ReadAtOnce, times: () => readonly TimeExpression[]) {
    this.sentence = read.sentence;
    this.numbers = read.numbers;
    this.people = read.people;
    this.syntax = read.syntax;
    this.frames = read.frames;
    this.tolls = read.tolls;
    this.attribution = read.attribution;
    this.instruments = read.instruments;
    this.runningTotal = read.runningTotal;
    this.#times = times;
  }

  get times(): readonly TimeExpression[] {
    return this.#times();
  }
}
