import type { Frame } from '../reading/frames.js';
import { daysBetween } from '../time/calendar.js';
import type { TimeExpression } from '../time/find-times.js';
import type { Toponym } from '@tocsin/geocoding';
import type { Document, Sentence } from '../text/document.js';
import type { Token } from '../text/tokens.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import { isOlder } from './background/ages.js';
import { isOtherAct, isOtherExtent } from './apart.js';
import { listedPlaces, sharing, spread } from './listed-places.js';
import { located, placesFit, townsOf } from './places-fit.js';
import {
  classOf,
  type Draft,
  type EventClass,
  type Piece,
  placePiece,
  timePiece,
} from './draft.js';
import { areOtherMeans, roughMeansOf } from './means.js';
import { nameInPhrase } from '../parties/names.js';
import { blames } from '../parties/perpetrators.js';
import { type ClassPiece, cutSentence, HARM_GOES_TO } from './pieces.js';
import { sharesToll } from './same-toll.js';
import { phraseAround } from '../syntax/phrase-lookup.js';
import { WordList, WordSet } from '../language/word-list.js';
import { indexOfWords } from '../lexicon/phrase-index.js';

/** Words by which a text says that it goes on to something else. */
const ANOTHER = new WordList(/^(?:meanwhile|elsewhere|separately)$/);
const ANOTHER_EVENT =
  /\b(?:another|separate|different|second|third|fourth|unrelated|similar|earlier|previous) (?:\w+ )?(?:incident|attack|shooting|bombing|clash|explosion|case|killing|raid|ambush|bomb|crash|action|stabbing|landslide)\b/i;
/** What such a phrase begins with, be it behind a hyphen: most sentences have none of it. */
const OTHERS = new WordSet(
  'another separate different second third fourth unrelated similar earlier previous'.split(' '),
);

/** Page furniture that article extraction lets through now and then. */
const FURNITURE =
  /^(?:posted|updated|published|publish|copyright|©|related|read more|share|give your|most popular|photo|photos|comments?|advertisement|click here|watch|sign up|follow us|file photo)\b/i;

/** Puts the sentences' pieces together into drafts, one per incident that the text keeps apart. */
export function mergePieces(
  document: Document,
  readings: readonly SentenceReading[],
  toponyms: readonly Toponym[],
): Draft[] {
  const drafts: Draft[] = [];
  // Harm that names no happening ('two died') belongs to what was told last.
  let latest: Draft | null = null;
  for (const reading of readings) {
    if (!isTold(reading.sentence)) continue;
    if (reading.frames.length + reading.tolls.length === 0) {
      const back = latest ? referringPiece(reading) : null;
      if (back && latest && fitsTime(latest, back)) latest.pieces.push(back);
      continue;
    }
    const pieces = cutSentence(reading, toponyms, latest?.eventClass ?? null);
    readHeadline(drafts, pieces);
    const homes = pieces.flatMap((piece) => place(document, drafts, piece, latest, toponyms));
    // "Officers were called at nine and found a gun": what is found there says when it was, too.
    const aside = !pieces.some(({ eventClass }) => HARM_GOES_TO.includes(eventClass));
    const back = aside && latest ? referringPiece(reading) : null;
    if (back && latest && fitsTime(latest, back)) latest.pieces.push(back);
    latest =
      HARM_GOES_TO.map((name) => homes.find((d) => d.eventClass === name)).find(Boolean) ??
      latest ??
      homes[0] ??
      null;
  }
  return drafts;
}

/** What harms so that a headline may tell the harm alone. */
const HARMING: ReadonlySet<EventClass> = new Set(['battle', 'accident', 'disaster']);

/** "At least 17 slain" over a fight: what only the headline tells, and only as harm, is what the lead tells first. */
function readHeadline(drafts: readonly Draft[], pieces: readonly ClassPiece[]): void {
  const [headline] = drafts;
  if (drafts.length !== 1 || headline?.eventClass !== 'force') return;
  const [first] = headline.pieces;
  const words = ({ reading: { sentence } }: Piece): string =>
    sentence.tokens
      .filter(({ kind }) => kind !== 'mark')
      .map(({ low }) => low)
      .join(' ');
  if (first!.reading.sentence.part !== 'title') return;
  // A page may print its headline twice.
  const repeated = (piece: Piece): boolean => words(piece) === words(first!);
  if (!headline.pieces.every((piece) => repeated(piece) && piece.frames.every(isHarmAlone))) return;
  const lead = pieces.find((piece) => HARMING.has(piece.eventClass) && !repeated(piece));
  if (lead) Object.assign(headline, { eventClass: lead.eventClass });
}

/** "17 slain", "two dead": by nobody who is named. */
const isHarmAlone = (frame: Frame): boolean =>
  frame.trigger.sense.effect !== undefined && classOf(frame) === null;

/** Adds a piece to the latest draft that it fits, or to a new one; where it tells of several places, to one for each. */
function place(
  document: Document,
  drafts: Draft[],
  piece: ClassPiece,
  latest: Draft | null,
  toponyms: readonly Toponym[],
): readonly Draft[] {
  const background = isOlder(piece.time?.end, document.published, 'sentence');
  const fits = (draft: Draft): boolean =>
    (draft.eventClass === piece.eventClass || continues(draft, piece)) &&
    (draft.background === background || (draft.background && isReference(latest, draft, piece))) &&
    compatible(document, draft, piece);
  const known = startsAnew(piece) ? undefined : homeOf(drafts.filter(fits), piece);
  const listed = listedPlaces(piece, toponyms);
  if (listed.length > 0) return spread(drafts, known, listed, background);
  if (known) {
    const homes = sharing(drafts, known, latest, fits);
    const shared = homes.length > 1 && piece.tolls.length > 0;
    for (const { pieces } of homes) pieces.push(shared ? { ...piece, shared } : piece);
    return homes;
  }
  const draft: Draft = { eventClass: piece.eventClass, pieces: [piece], background };
  drafts.push(draft);
  return [draft];
}

/**
 * Of several drafts that a piece fits: where it has no day of its own, the one that has its number of victims ("the four
 * victims"), else the last that was opened.
 */
function homeOf(fitting: readonly Draft[], piece: ClassPiece): Draft | undefined {
  const same =
    fitting.length > 1 && piece.time === null
      ? fitting.findLast((draft) => sharesToll(draft, [piece]))
      : undefined;
  return same ?? fitting.at(-1);
}

/** "The mass abduction" right behind "abducted in 2014", without another day: what was told of is as old as it was there. */
function isReference(
  latest: Draft | null,
  draft: Draft,
  { frames, reading, time, tolls }: ClassPiece,
): boolean {
  if (latest !== draft || time !== null || tolls.length > 0) return false;
  if (reading.sentence.index - draft.pieces.at(-1)!.reading.sentence.index > 1) return false;
  const { tokens } = reading.sentence;
  return frames.every(({ trigger, from }) => {
    const phrase = phraseAround(reading.syntax.phrases, from);
    return (
      trigger.form === 'noun' && phrase !== null && /^(?:the|that)$/.test(tokens[phrase.from]!.low)
    );
  });
}

/** What is told of force right after a clash, in the same paragraph, belongs to the clash. */
function continues(draft: Draft, piece: ClassPiece): boolean {
  const last = draft.pieces.at(-1)!.reading.sentence;
  const { paragraph, index } = piece.reading.sentence;
  return (
    draft.eventClass === 'battle' &&
    piece.eventClass === 'force' &&
    last.paragraph === paragraph &&
    index - last.index <= 1
  );
}

const REFERENCE = new WordList(/^(?:incidents?|attacks?|killings?|shootings?|deaths?|violence)$/);
const HAPPENED = new WordList(/^(?:happened|occurred|responded|called|dispatched|incident)$/);
const REFERRING = indexOfWords([...REFERENCE.words, ...HAPPENED.words]);

/** A sentence that only says when it happened, or who reported it. */
function referringPiece(reading: SentenceReading): Piece | null {
  const { sentence, attribution, times } = reading;
  if (!REFERRING.mayFind(sentence.tokens) && !blames(sentence.tokens)) return null;
  const reference = sentence.tokens.findIndex((token) => REFERENCE.test(token.low));
  const happened = sentence.tokens.findIndex((token) => HAPPENED.test(token.low));
  const time = happened >= 0 ? (times[0] ?? null) : null;
  const reported = reference >= 0 && attribution.chain.length > 0;
  const blamed = blames(sentence.tokens);
  if (!time && !reported && !blamed) return null;
  const at = reported ? { reference } : {};
  return { reading, frames: [], tolls: [], time, place: null, ...at };
}

/** Links, stamps and credits are shorter, in tokens. */
const LONGEST_FURNITURE = 24;

function isTold({ part, tokens, start, end }: Sentence): boolean {
  return (
    part !== 'caption' &&
    tokens.length >= 3 &&
    end > start &&
    // "Photo LONDON — Seven people were killed …": a caption's mark before a sentence of its own.
    (tokens.length > LONGEST_FURNITURE ||
      !FURNITURE.test(tokens[0]!.text + ' ' + (tokens[1]?.text ?? '')))
  );
}

/** Whether a sentence says that it goes on to something else. */
export function startsAnew(piece: Piece): boolean {
  const { sentence } = piece.reading;
  if (sentence.part === 'title') return false;
  const first = sentence.tokens[0]?.low ?? '';
  if (opensEarlier(sentence.tokens) && piece.frames.length > 0 && piece.place !== null) return true;
  return ANOTHER.test(first) && (piece.place !== null || piece.time !== null)
    ? true
    : sentence.tokens.some(isOtherWord) &&
        ANOTHER_EVENT.test(sentence.tokens.map((t) => t.text).join(' '));
}

/** "A day earlier, two villagers died in X": something else, told behind what the text is about. */
const opensEarlier = (tokens: readonly Token[]): boolean =>
  EARLIER.test(
    tokens
      .slice(0, 3)
      .map(({ low }) => low)
      .join(' '),
  );
const EARLIER =
  /^(?:an?|the|one|two|three|four|five|six|several|\d+) (?:days?|weeks?|months?|years?) (?:earlier|before|ago)$/;

/** One of `OTHERS`, be it behind a hyphen; a plain word has none. */
const isOtherWord = ({ low, spelling }: Token): boolean =>
  OTHERS.has(spelling?.plain ? low : low.slice(low.lastIndexOf('-') + 1));

function fitsTime(draft: Draft, piece: Piece): boolean {
  const dated = datedPiece(draft);
  if (!dated?.time || !piece.time) return true;
  // Who was shot on Monday may die on Tuesday, or weeks later.
  if (isDeath(piece) && isLater(piece.time, dated.time)) return true;
  if (isDeath(dated) && isLater(dated.time, piece.time)) return true;
  return overlaps(dated.time, piece.time, isHarm(piece) ? 1 : 0);
}

/** The first piece with a day, else the first with a longer stretch: "in 2009" holds many. */
const datedPiece = (draft: Draft): Piece | null =>
  draft.pieces.find(({ time }) => time?.unit === 'day') ?? timePiece(draft);

const isHarm = ({ frames }: Piece): boolean =>
  frames.length > 0 && frames.every(({ trigger }) => trigger.sense.group === 'harm');

/** Whether a piece's day is that of a death: the word beside it says that someone died, not how. */
function isDeath({ frames, time }: Piece): boolean {
  if (!time || frames.length === 0) return false;
  const gap = ({ from, to }: Frame): number => Math.max(from - time.to, time.from - to, 0);
  const nearest = frames.reduce((best, frame) => (gap(frame) < gap(best) ? frame : best));
  return nearest.trigger.sense.id === 'die';
}

/** How long after it happened the news tells of someone who died of it, in days. */
const DEATH_DAYS = 30;

const isLater = (a: TimeExpression, b: TimeExpression): boolean => {
  const days = daysBetween(b.start, a.start);
  return days > 0 && days <= DEATH_DAYS;
};

/** Who is named as suffering a piece's frames, by last names. */
function namedVictims({ frames, reading }: Piece): Set<string> {
  const { tokens } = reading.sentence;
  const found = new Set<string>();
  for (const { patients, patientPhrase, trigger } of frames) {
    if (!trigger.sense.effect) continue;
    for (const { name } of patients) if (name) found.add(name.split(' ').at(-1)!.toLowerCase());
    const name = patientPhrase && nameInPhrase(tokens, reading.syntax.pos, patientPhrase);
    if (name && name.to - name.from >= 2) found.add(tokens[name.to - 1]!.low);
  }
  return found;
}

/** Someone else by name, with a day or place of their own: another incident of the same kind. */
function isSomeoneElse(draft: Draft, piece: ClassPiece): boolean {
  const own = piece.time !== null || located(piece) !== null;
  if (!own) return false;
  return isOtherVictim(draft, [piece]);
}

/** Whether all who are named as suffering the pieces are others than a draft names. */
export function isOtherVictim(draft: Draft, pieces: readonly Piece[]): boolean {
  const named = new Set(pieces.flatMap((piece) => [...namedVictims(piece)]));
  const known = draft.pieces.flatMap((piece) => [...namedVictims(piece)]);
  return named.size > 0 && known.length > 0 && !known.some((name) => named.has(name));
}

/** A lead says when and where; what has neither for so many sentences is not what is then told with both. */
const UNSITUATED = 3;

/**
 * "In the capital, police killed four men on Friday", sentences after other dead were counted without a day or a place
 * of their own: others, elsewhere.
 */
export function isCountedElsewhere({ pieces }: Draft, piece: Piece): boolean {
  if (piece.time === null || piece.place === null) return false;
  const first = pieces[0]!.reading.sentence;
  const { index } = piece.reading.sentence;
  if (index - first.index <= UNSITUATED || index - pieces.at(-1)!.reading.sentence.index < 2)
    return false;
  if (pieces.some(({ time, place: at }) => time !== null || at !== null)) return false;
  const figures = (told: readonly Piece[]): number[] =>
    told.flatMap(({ tolls }) =>
      tolls.flatMap(({ effect, quantity }) =>
        effect === 'killed' && quantity ? [quantity.best ?? 0] : [],
      ),
    );
  const own = figures([piece]);
  const known = figures(pieces);
  return own.length > 0 && known.length > 0 && !own.some((figure) => known.includes(figure));
}

/** Other means, in another paragraph: "a bank was bombed … a mayor was shot". */
export function isOtherMeans(draft: Draft, piece: Piece): boolean {
  const last = draft.pieces.at(-1)!.reading.sentence;
  if (last.paragraph === piece.reading.sentence.paragraph) return false;
  const means = roughMeansOf(piece.frames);
  const known = roughMeansOf(draft.pieces.flatMap(({ frames }) => [...frames]));
  return areOtherMeans(means, known);
}

/** The first sentence tells again what the headline says, in more words and with the better places. */
function repeatsTitle(document: Document, { pieces }: Draft, { reading }: ClassPiece): boolean {
  const first = document.sentences.find(
    ({ part, tokens }) => part === 'body' && tokens.length >= 3,
  );
  return reading.sentence === first && pieces.every((p) => p.reading.sentence.part === 'title');
}

function compatible(document: Document, draft: Draft, piece: ClassPiece): boolean {
  const other = located(piece);
  if (draft.listed && other && !placesFit(draft.listed.place, other)) return false;
  // Two deeds of one sentence that answer one another.
  if (draft.eventClass === piece.eventClass && draft.pieces.at(-1)!.reading === piece.reading)
    return false;
  if (!fitsTime(draft, piece) || isSomeoneElse(draft, piece)) return false;
  if (isCountedElsewhere(draft, piece)) return false;
  if (isOtherAct(draft, piece) || isOtherExtent(draft, piece)) return false;
  if (repeatsTitle(document, draft, piece)) return true;
  if (isOtherMeans(draft, piece)) return false;
  if (isDefinite(piece) || isOfSamePerson(draft, piece)) return true;
  if (!other) return true;
  const towns = other.kind === 'city' ? townsOf(draft) : [];
  if (towns.length > 0) return towns.some((town) => placesFit(town, other));
  const place = located(placePiece(draft));
  return !place || placesFit(place, other);
}

const PRONOUN = new WordList(/^(?:he|she|they|him|her|them)$/);

/**
 * "She was shot": whoever was told of just before, whatever places the two sentences name (where someone is from, where
 * a hospital is).
 */
function isOfSamePerson(draft: Draft, { frames, reading, time }: ClassPiece): boolean {
  const last = draft.pieces.at(-1)!.reading.sentence.index;
  if (time !== null || reading.sentence.index - last > 1) return false;
  const { tokens } = reading.sentence;
  const harming = frames.filter(({ trigger }) => trigger.sense.effect);
  return (
    harming.length > 0 &&
    harming.every(
      ({ patientPhrase: phrase }) =>
        phrase !== null && phrase.to - phrase.from === 1 && PRONOUN.test(tokens[phrase.from]!.low),
    ) &&
    !reading.people.some(({ name }) => name !== null)
  );
}

/** "the shooting": one that was told of before. */
function isDefinite({ frames, reading }: ClassPiece): boolean {
  const [frame] = frames;
  const before = frame && reading.sentence.tokens[frame.from - 1]?.low;
  return frame?.trigger.form === 'noun' && before === 'the';
}

function overlaps(a: TimeExpression, b: TimeExpression, least: number): boolean {
  // "Wednesday night" and "early Thursday" are one night; "12 February" and "13 February" are two days.
  const slack = (a.part ?? b.part ?? a.clock ?? b.clock) ? 1 : least;
  return daysBetween(a.start, b.end) >= -slack && daysBetween(b.start, a.end) >= -slack;
}
