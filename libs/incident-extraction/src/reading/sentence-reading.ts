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

/** Reads a document's sentences; who speaks is carried from one to the next. */
export function readSentences(document: Document): SentenceReading[] {
  const readings = document.sentences.map((sentence) => readSentence(document, sentence));
  const attributions = carryAttribution(readings);
  return readings.map((reading, i) => ({ ...reading, attribution: attributions[i]! }));
}

/** Farthest that the dash behind a dateline stands from the sentence's beginning, in tokens. */
const DATELINE = 20;

/** Where a dateline ends, -1 without one: the day in "LIMA, 5 Jan (EFE) --" is the report's. */
function datelineEnd(tokens: readonly Token[]): number {
  return tokens.findIndex(
    ({ low }, i) =>
      i < DATELINE && (/^[–—]$/.test(low) || (low === '-' && tokens[i + 1]?.low === '-')),
  );
}

/** Reads one sentence. The order is the library's: attribution is peeled off before times attach. */
export function readSentence(document: Document, sentence: Sentence): SentenceReading {
  const { tokens } = sentence;
  const numbers = findNumbers(tokens);
  const people = findPeople(tokens, numbers, document.upperCase, knownNames(document));
  const title = sentence.part === 'title';
  const found = happenings.findAll(tokens);
  const hit = found.length > 0;
  const syntax = hit
    ? readSyntax(tokens, document.upperCase || (title && isTitleCase(tokens)))
    : NONE;
  const attribution = readAttribution(tokens, hit ? syntax : null);
  const frames = hit ? readFrames({ tokens, people, syntax }, found) : [];
  const { spans } = attribution;
  const isSpeaker = (at: number): boolean => spans.some((s) => at >= s.from && at < s.to);
  // "police said Monday": the day behind the verb is the saying's.
  const inSaying = (at: number): boolean => spans.some((s) => at >= s.from && at <= s.to);
  const dash = datelineEnd(tokens);
  const times = findTimes(tokens, document.published).filter(
    ({ from }) => from > dash && !inSaying(from),
  );
  return {
    sentence,
    numbers,
    people,
    syntax,
    frames,
    tolls: readTolls(tokens, frames, people, numbers, isSpeaker),
    times,
    attribution,
    instruments: instruments.findAll(tokens),
    runningTotal: readRunningTotal(tokens),
  };
}
