import { readAttribution, type SentenceAttribution } from '../attribution/read-attribution.js';
import { carryAttribution } from '../attribution/carry.js';
import type { NumberExpression } from '../numbers/counts.js';
import { knownNames } from '../people/known-names.js';
import type { Person } from '../people/person.js';
import { findTimes, type TimeExpression } from '../time/find-times.js';
import { isStamp } from '../time/stamp.js';
import { instruments } from '../lexicon/instruments.js';
import type { PhraseMatch } from '../lexicon/phrase-index.js';
import type { Readings } from '../lexicon/trigger-index.js';
import { happenings } from '../lexicon/triggers.js';
import { readSyntax, type Syntax } from '../syntax/syntax.js';
import { datelineDash } from '../text/dateline.js';
import type { Document, Sentence } from '../text/document.js';
import { readTolls, type Toll } from './casualties.js';
import { type CountedPeople, LateCount } from './counted-people.js';
import { isMostlyCapital } from '../text/title-case.js';
import type { Token } from '../text/tokens.js';
import { type Frame, readFrames } from './frames.js';
import { readRunningTotal, type RunningTotal } from './running-total.js';

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
  readonly runningTotal: RunningTotal | null;
}

/** Sentences without a trigger are not parsed. */
const NONE: Syntax = { pos: [], phrases: [], clauses: [] };

const isOn = (token: Token | undefined): boolean => token?.low === 'on';

/** Reads all of a document's sentences. */
export const readSentences = (document: Document): SentenceReading[] =>
  new SentenceReader(document).all();

/** What tells whether an article reports anything. */
export type Outline = Pick<SentenceReading, 'sentence' | 'frames' | 'tolls' | 'runningTotal'>;

/**
 * Reads a document's sentences; who speaks is carried from one to the next. Each step is done for all of
 * them before the next one: the code of all steps is far larger than a processor's caches, and fetching it
 * anew for each sentence takes a fifth of the time. The order is the library's: attribution is peeled off
 * before times attach. Times are read when one of them is first asked for: of an article that turns out to
 * report nothing no one asks.
 */
export class SentenceReader {
  readonly #document: Document;
  readonly #known: ReadonlySet<string>;
  readonly #found: readonly PhraseMatch<Readings>[][];
  readonly #totals: readonly (RunningTotal | null)[];
  readonly #read: (ReadAlone | undefined)[];

  constructor(document: Document) {
    const { sentences } = document;
    this.#document = document;
    this.#known = knownNames(document);
    this.#found = sentences.map(({ tokens }) => happenings.findAll(tokens));
    this.#totals = sentences.map(({ tokens }) => readRunningTotal(tokens));
    this.#read = sentences.map(() => undefined);
  }

  /**
   * All that tell of happenings or totals, and the first `lead` sentences. Of the others, which tell of nothing
   * that happens, harm is not read; most of an article's are of these. Where the lead has a word that means
   * nothing else there will be news, and all sentences are read at one go, which is faster than at two.
   */
  outline(lead: number): Outline[] {
    const { sentences } = this.#document;
    const sure = this.#found.slice(0, lead).some((found) => found.some(isStrong));
    this.#readAlone(
      (i) => sure || i < lead || this.#found[i]!.length > 0 || this.#totals[i] !== null,
    );
    return sentences.map((sentence, i) => {
      const { frames, tolls } = this.#read[i] ?? { frames: [], tolls: [] };
      return { sentence, frames, tolls, runningTotal: this.#totals[i] ?? null };
    });
  }

  all(): SentenceReading[] {
    const { sentences } = this.#document;
    this.#readAlone(() => true);
    const read = this.#read as ReadAlone[];
    const attributions = carryAttribution(
      sentences.map((sentence, i) => ({ sentence, attribution: read[i]!.said })),
    );
    let times: TimeExpression[][] | undefined;
    const timesOf = (): TimeExpression[][] => {
      let last: TimeExpression | null = null;
      return sentences.map(({ tokens }, i) => {
        const found = this.#timesIn(tokens, read[i]!.said, last);
        last = found.findLast((time) => time.unit === 'day' && !isStamp(tokens, time)) ?? last;
        return found;
      });
    };
    return sentences.map((sentence, i) => {
      const { counted, syntax, frames, tolls } = read[i]!;
      return new Reading(
        {
          sentence,
          syntax,
          frames,
          tolls,
          attribution: attributions[i]!,
          instruments: instruments.findAll(sentence.tokens),
          runningTotal: this.#totals[i] ?? null,
        },
        counted,
        () => (times ??= timesOf())[i]!,
      );
    });
  }

  /** Reads what was not read before of the sentences that are wanted. */
  #readAlone(wanted: (i: number) => boolean): void {
    const { sentences, upperCase } = this.#document;
    const chosen = sentences.filter((_, i) => this.#read[i] === undefined && wanted(i));
    const each = <T>(step: (tokens: readonly Token[], i: number, k: number) => T): T[] =>
      chosen.map(({ tokens, index }, k) => step(tokens, index, k));
    const isHit = (i: number): boolean => this.#found[i]!.length > 0;
    const isTitle = (i: number): boolean => sentences[i]!.part === 'title';
    // Of the others numbers and people are read where a toll or a draft asks for them.
    const counted = each((tokens) => new LateCount(tokens, upperCase, this.#known));
    const people = each((_, i, k) => (isHit(i) ? counted[k]!.people : []));
    const titled = each((tokens, i) => upperCase || (isHit(i) && isMostlyCapital(tokens)));
    const syntaxes = each((tokens, i, k) =>
      isHit(i) ? readSyntax(tokens, upperCase || (isTitle(i) && titled[k]!)) : NONE,
    );
    const said = each((tokens, i, k) => readAttribution(tokens, isHit(i) ? syntaxes[k]! : null));
    const frames = each((tokens, i, k) => {
      if (!isHit(i)) return [];
      const around = { people: people[k]!, syntax: syntaxes[k]!, titled: titled[k]! };
      return readFrames({ tokens, ...around, title: isTitle(i) }, this.#found[i]!);
    });
    const isSpeaker = (k: number, at: number): boolean =>
      said[k]!.spans.some((s) => at >= s.from && at < s.to);
    const tolls = each((tokens, _, k) =>
      readTolls(tokens, frames[k]!, counted[k]!, (at) => isSpeaker(k, at)),
    );
    chosen.forEach(({ index }, k) => {
      this.#read[index] = {
        counted: counted[k]!,
        syntax: syntaxes[k]!,
        frames: frames[k]!,
        tolls: tolls[k]!,
        said: said[k]!,
      };
    });
  }

  #timesIn(
    tokens: readonly Token[],
    { spans }: SentenceAttribution,
    last: TimeExpression | null,
  ): TimeExpression[] {
    const dash = datelineDash(tokens);
    // "police said Monday", "she said on Monday": the day behind the verb is the saying's.
    const inSaying = (at: number): boolean =>
      spans.some((s) => at >= s.from && (at <= s.to || (at === s.to + 1 && isOn(tokens[s.to]))));
    // "a shooting Monday they said involves two": the day before a speaker's pronoun is the shooting's.
    const isBefore = (to: number): boolean => SPEAKER.test(tokens[to]?.low ?? '');
    return findTimes(tokens, this.#document.published, last).filter(
      ({ from, to }) => from > dash && (!inSaying(from) || isBefore(to)),
    );
  }
}

const SPEAKER = /^(?:they|he|she)$/;

const isStrong = ({ value }: PhraseMatch<Readings>): boolean => value.some(({ weak }) => !weak);

/** What is read in a sentence without a look at those before it. */
interface ReadAlone extends Pick<SentenceReading, 'syntax' | 'frames' | 'tolls'> {
  readonly counted: CountedPeople;
  readonly said: SentenceAttribution;
}

/** A reading of the same sentence with other frames. */
export const withFrames = (reading: SentenceReading, frames: readonly Frame[]): SentenceReading =>
  new Reading({ ...reading, frames }, reading, () => reading.times);

type ReadAtOnce = Omit<SentenceReading, 'times' | keyof CountedPeople>;

/** A class, for an object literal with a getter has a shape of its own each time, and all that reads it is slow. */
class Reading implements SentenceReading {
  readonly sentence: Sentence;
  readonly syntax: Syntax;
  readonly frames: readonly Frame[];
  readonly tolls: readonly Toll[];
  readonly attribution: SentenceAttribution;
  readonly instruments: readonly PhraseMatch<string>[];
  readonly runningTotal: RunningTotal | null;
  readonly #counted: CountedPeople;
  readonly #times: () => readonly TimeExpression[];

  constructor(read: ReadAtOnce, counted: CountedPeople, times: () => readonly TimeExpression[]) {
    this.sentence = read.sentence;
    this.syntax = read.syntax;
    this.frames = read.frames;
    this.tolls = read.tolls;
    this.attribution = read.attribution;
    this.instruments = read.instruments;
    this.runningTotal = read.runningTotal;
    this.#counted = counted;
    this.#times = times;
  }

  get numbers(): readonly NumberExpression[] {
    return this.#counted.numbers;
  }

  get people(): readonly Person[] {
    return this.#counted.people;
  }

  get times(): readonly TimeExpression[] {
    return this.#times();
  }
}
