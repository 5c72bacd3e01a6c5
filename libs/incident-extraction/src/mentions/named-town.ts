import type { Place, Toponym } from '@tocsin/geocoding';
import { WordList, WordSet } from '../language/word-list.js';
import { WordSigns } from '../language/word-signs.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Token } from '../text/tokens.js';
import type { Draft, Piece } from './draft.js';

/** A town that the event's own sentence names, though no gazetteer knows it. */
export interface NamedTown {
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
  readonly words: string;
  /** The division that is named right behind it; null where none is. */
  readonly division: Place | null;
}

const SORT = new WordSet(
  'town village hamlet suburb neighborhood neighbourhood settlement community municipality township district county commune'.split(
    ' ',
  ),
);
/** In a wire's capitals quarters have names of their own, and their city is told by its dateline. */
const WIRE_SORT = new WordSet('town village hamlet settlement municipality township'.split(' '));
/** "hit the village of": what befalls a place is there. */
const HIT = new WordSet(
  'hit hits struck attacked raided stormed bombed shelled entered seized captured burned destroyed shook flooded swept buried overran'.split(
    ' ',
  ),
);
const WHERE = new WordSet('in at near outside inside off around on'.split(' '));
/** What goes on a name in small letters: "Beit al-Ras", "San Jose de Ocoa". */
const INNER = new WordSet('de del la las los el al da do dos di du des le les'.split(' '));
/** Farthest that "in" stands before what it is in, in tokens: "in the remote north-western town of". */
const REACH = 5;
/** Most words of such a name. */
const WORDS = 4;
/** Where the hurt are brought, whoever is tried stands, and people come from. */
const OTHER = new WordSigns([
  'hospital hospitals airlifted flown transported hospitalized clinic',
  'court jail prison sentenced trial judge arraigned convicted extradited',
  'originally formerly native born raised lived lives attended graduated from',
]);
/** How far around the name such a word says so, in tokens. */
const AROUND = 8;

/**
 * A town in which a sentence of the draft says to be, and which some sentence of the article says to be a town: "in the
 * southern town of Mais al-Jabal", "near Khaldiya village", "hit the village of Khaldiya". Only where no place of the
 * gazetteer stands; null where there is none. In text that is all capitals only what is tagged as a name is one.
 */
export function namedTown(
  { pieces }: Draft,
  readings: readonly SentenceReading[],
  toponyms: readonly Toponym[],
  upperCase: boolean,
): NamedTown | null {
  const towns = readings.flatMap((reading) => townIn(reading, toponyms, upperCase) ?? []);
  for (const piece of towns.length > 0 ? pieces : []) {
    if (piece.frames.length === 0 || piece.reading.sentence.part === 'caption') continue;
    const { tokens } = piece.reading.sentence;
    for (const { reading, from, to, words, division } of towns) {
      const at = reading === piece.reading ? from : wordsAt(tokens, words.split(' '));
      if (at === null || OTHER.within(tokens, at - AROUND, at + AROUND) !== 0) continue;
      return { piece, from: at, to: at + to - from, words: spelled(words, upperCase), division };
    }
  }
  return null;
}

/** What a site's own name ends with. */
const SITE = new WordList(
  /^(?:beach|park|airport|base|university|college|mall|resort|stadium|square|station|market|camp|island|bay|lake|forest)$/,
);
/** Sentences of title and lead: of the same thing as the ones beside them. */
const LEAD = 4;

/**
 * A site by its own name in which a sentence of the draft says to be, or one of the lead right beside one: "at Long Sand
 * Beach in New South Wales". Null where there is none, and in text that is all capitals.
 */
export function namedSite(
  { pieces }: Draft,
  readings: readonly SentenceReading[],
  toponyms: readonly Toponym[],
  upperCase: boolean,
): NamedTown | null {
  if (upperCase) return null;
  const told = new Map(pieces.map((piece) => [piece.reading.sentence.index, piece]));
  for (const reading of readings) {
    const { part, index, tokens } = reading.sentence;
    const own = told.get(index);
    const beside = index <= LEAD && reading.frames.length === 0 && told.has(index - 1);
    if (part !== 'body' || (!beside && !own?.frames.length)) continue;
    const site = siteSpan(tokens);
    if (!site || OTHER.within(tokens, site.from - AROUND, site.to + AROUND) !== 0) continue;
    const [start, end] = [tokens[site.from]!.start, tokens[site.to - 1]!.end];
    if (toponyms.some((each) => each.start < end && each.end > start)) continue;
    const piece = own ?? { reading, frames: [], tolls: [], time: null, place: null };
    const words = tokens.slice(site.from, site.to).map(({ text }) => text);
    return {
      piece,
      ...site,
      words: words.join(' '),
      division: divisionBehind(tokens, site.to, toponyms),
    };
  }
  return null;
}

function siteSpan(tokens: readonly Token[]): Span | null {
  const last = tokens.findIndex(
    ({ low, capital }, at) =>
      capital && SITE.test(low) && !isName(tokens[at + 1] ?? tokens[at - 1]!),
  );
  const span = last > 0 ? nameBefore(tokens, last + 1) : null;
  return span && span.to - span.from > 1 && isWhere(tokens, span.from) ? span : null;
}

/** "in New South Wales", ", Ohio": the division that is named right behind. */
function divisionBehind(
  tokens: readonly Token[],
  to: number,
  toponyms: readonly Toponym[],
): Place | null {
  if (!/^(?:,|in)$/.test(tokens[to]?.low ?? '')) return null;
  const next = tokens[to + 1];
  const named = next && toponyms.find(({ start }) => start === next.start)?.place;
  return named?.kind === 'admin1' ? named : null;
}

/** Where a sentence says to be in a place of so many words, by its first token. */
function wordsAt(tokens: readonly Token[], words: readonly string[]): number | null {
  const at = tokens.findIndex(
    (_, i) => words.every((word, j) => tokens[i + j]?.text === word) && isWhere(tokens, i),
  );
  return at < 0 ? null : at;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Town extends Span {
  readonly reading: SentenceReading;
  readonly words: string;
  readonly division: Place | null;
}

/** The first town that a sentence names as one, where the gazetteer has none. */
function townIn(
  reading: SentenceReading,
  toponyms: readonly Toponym[],
  upperCase: boolean,
): Town | null {
  if (reading.sentence.part !== 'body') return null;
  const tokens = upperCase ? namesOf(reading) : reading.sentence.tokens;
  const found = townSpan(tokens, upperCase ? WIRE_SORT : SORT);
  if (!found) return null;
  const { from, to } = found;
  const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
  if (toponyms.some((each) => each.start < end && each.end > start)) return null;
  const words = tokens.slice(from, to).map(({ text }) => text);
  const behind = SORT.has(tokens[to]?.low ?? '') ? to + 1 : to;
  const division = divisionBehind(tokens, behind, toponyms);
  return { reading, from, to, words: words.join(' '), division };
}

/** A wire's tokens, where no more than what is tagged as a name has its capital. */
const namesOf = ({ sentence: { tokens }, syntax: { pos } }: SentenceReading): readonly Token[] =>
  tokens.map((token, i) => ({ ...token, capital: pos[i] === 'PROPN' }));

function townSpan(tokens: readonly Token[], sorts: WordSet): Span | null {
  for (let at = 1; at < tokens.length; at++) {
    if (!sorts.has(tokens[at]!.low) || tokens[at]!.capital) continue;
    const of = tokens[at + 1]?.low === 'of' ? 1 : 0;
    const behind = nameFrom(tokens, at + 1 + of);
    if (behind && (isWhere(tokens, at) || isHit(tokens, at))) return behind;
    if (behind || of > 0) continue;
    const before = nameBefore(tokens, commaBefore(tokens, at) ?? at);
    if (before && isWhere(tokens, before.from)) return before;
  }
  return null;
}

/** "hit the village". */
const isHit = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]!.low === 'the' && HIT.has(tokens[at - 2]?.low ?? '');

/** "in Banki, a small town": the comma before what is said of the name; null where none is. */
function commaBefore(tokens: readonly Token[], at: number): number | null {
  let i = at - 1;
  while (i > 0 && at - i < REACH && tokens[i]!.kind === 'word') i--;
  return tokens[i]!.low === ',' && /^an?$/.test(tokens[i + 1]!.low) ? i : null;
}

/** Whether "in" or the like stands before what begins or ends there, with nothing but its own words between. */
function isWhere(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i <= REACH; i--) {
    if (WHERE.has(tokens[i]!.low)) return true;
    if (tokens[i]!.kind !== 'word' || tokens[i]!.low === 'of') return false;
  }
  return false;
}

/** The capitals that begin there: "Mais al-Jabal". */
function nameFrom(tokens: readonly Token[], from: number): Span | null {
  let to = from;
  for (let at = from; at < tokens.length && at - from < WORDS; at++) {
    if (isName(tokens[at]!)) to = at + 1;
    else if (at === from || !INNER.has(tokens[at]!.low)) break;
  }
  return to > from ? { from, to } : null;
}

/** The capitals that end there. */
function nameBefore(tokens: readonly Token[], to: number): Span | null {
  let from = to;
  while (from > 1 && to - from < WORDS && isName(tokens[from - 1]!)) from--;
  return from < to ? { from, to } : null;
}

const isName = ({ capital, kind, text }: Token): boolean =>
  kind === 'word' && (capital || ARTICLED.test(text));
/** "al-Jabal". */
const ARTICLED = /^[a-z]{2,3}-\p{Lu}/u;

/** Wire copy's capitals are no part of a name. */
export const spelled = (words: string, upperCase: boolean): string =>
  upperCase
    ? words.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase())
    : words;

/** A town that no gazetteer knows, in what is known to be around it: without a point of its own. */
export function placeOf(name: string, around: Pick<Place, 'admin1' | 'countryIso3'>): Place {
  return {
    name,
    kind: 'city',
    admin1: around.admin1,
    admin2: null,
    countryIso3: around.countryIso3,
    latitude: null,
    longitude: null,
    geonameId: null,
    population: 0,
  };
}
