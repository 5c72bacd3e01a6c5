import { BLANK, kindAt } from '../gate-words.js';
import { plainBoundaries } from './boundaries.js';
import { WordSet } from '../language/word-list.js';

/** A stretch of a text: offsets are UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One segmenter for all: building it costs milliseconds. */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Titles and abbreviations after which the segmenter stops although the sentence goes on, without their point. */
const ABBREVIATIONS = new WordSet(
  (
    'mr mrs ms dr gen col lt capt maj sgt cpl rep sen gov st ave blvd rd no nos jr sr vs rev fr u.s u.n a.m p.m ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec ind calif tenn fla ga ala mich minn wash pa va ill tex wis ' +
    'ore ariz colo conn a b c d e f g h i j k l m n o p q r s t u v w x y z'
  ).split(' '),
);
/** Longest of them with the blanks behind it. */
const REACH = 12;
const POINT = 0x2e;

/** Whether what ends before `end` is an abbreviation that begins behind `from`. */
function isAbbreviated(text: string, from: number, end: number): boolean {
  let point = end - 1;
  while (point >= from && kindAt(text, point) === BLANK) point--;
  if (text.charCodeAt(point) !== POINT || end - point > REACH) return false;
  const floor = Math.max(from, end - REACH);
  let start = point;
  while (start > floor && !BEFORE.test(text.charAt(start - 1))) start--;
  return ABBREVIATIONS.has(text.slice(start, point).toLowerCase());
}

/** What may stand before a word. */
const BEFORE = /[\s(“"]/;

/** Longest block that one call of the segmenter is given: its cost per call grows with length. */
const MAX_BLOCK = 20_000;

/** Sentences of one paragraph, without the white space around them. Line breaks don't end a sentence. */
export function splitSentences(paragraph: string, offset = 0): Span[] {
  const flat = paragraph.slice(0, MAX_BLOCK).replace(/[\r\n\t]/g, ' ');
  const spans: Span[] = [];
  let open: number | null = null;
  let begun = 0;
  for (const end of plainBoundaries(flat) ?? boundaries(flat)) {
    const from: number = open ?? begun;
    open = from;
    begun = end;
    if (end < flat.length && isAbbreviated(flat, from, end)) continue;
    pushSentences(spans, flat, from, end, offset);
    open = null;
  }
  if (open !== null) pushTrimmed(spans, flat, open, flat.length, offset);
  return spans;
}

const boundaries = (text: string): number[] =>
  Array.from(segmenter.segment(text), ({ segment, index }) => index + segment.length);

/** "were hurt.No arrests": where pages lose the blank between two sentences; no address, which has no capitals. */
const GLUED = /(?<=\p{Ll}{3}[”"’)]?[.?!][”"]?)(?=[“"]?\p{Lu}\p{Ll}*[\s’'])/u;

/** A segment, cut where the blank between two sentences is missing. */
function pushSentences(
  spans: Span[],
  text: string,
  from: number,
  to: number,
  offset: number,
): void {
  if (!mayBeGlued(text, from, to)) return pushTrimmed(spans, text, from, to, offset);
  let start = from;
  for (const part of text.slice(from, to).split(GLUED)) {
    pushTrimmed(spans, text, start, start + part.length, offset);
    start += part.length;
  }
}

/** Whether a mark that ends sentences stands within words. */
function mayBeGlued(text: string, from: number, to: number): boolean {
  for (let at = from; at < to - 1; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== POINT && unit !== 0x21 && unit !== 0x3f) continue;
    if (kindAt(text, at + 1) !== BLANK) return true;
  }
  return false;
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number, offset: number): void {
  let start = from;
  let end = to;
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  if (end > start) spans.push({ start: offset + start, end: offset + end });
}
