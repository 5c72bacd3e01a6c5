import type { Place } from '@tocsin/geocoding';
import type { Draft } from './draft.js';
import { isLocated, isSomewhere } from './pieces.js';
import type { Candidate, Standing } from './place-votes.js';

/** Takes a feature of a candidate place and its value. */
export type AddFeature = (name: string, value?: number) => void;

/** What the candidates of one draft have in common. */
export interface Field {
  readonly candidates: readonly Candidate[];
  /** Mentions of all of them. */
  readonly total: number;
  /** Mentions by country and by first-order division, keyed "KAZ" and "USA/Ohio". */
  readonly areas: ReadonlyMap<string, number>;
  readonly upperCase: boolean;
  /** The country that the draft's own sentence names, with or through a division; null if none. */
  readonly ownCountry: string | null;
}

export function fieldOf(candidates: readonly Candidate[], draft: Draft, upperCase: boolean): Field {
  const areas = new Map<string, number>();
  let total = 0;
  for (const { place, standings } of candidates) {
    total += standings.length;
    for (const area of areasOf(place)) areas.set(area, (areas.get(area) ?? 0) + standings.length);
  }
  return { candidates, total, areas, upperCase, ownCountry: ownCountry(draft) };
}

/**
 * The country that a draft's own sentence gives by its name or a division's: a report datelined abroad is
 * not of there. A town's country is too often the wrong one of two that share the name.
 */
function ownCountry(draft: Draft): string | null {
  for (const { place, reading } of draft.pieces) {
    const area = place && place.place!.kind !== 'city' ? place.place : null;
    if (place && area && isSomewhere(reading.sentence, place)) return area.countryIso3;
  }
  return null;
}

/** Behind these a town's name stands for its office: "Houston police". */
const OFFICE =
  /^(?:police|pd|sheriff|sheriffs|sheriff's|fire|firefighters|officers?|detectives?|authorities|officials|county|city|coroner|department|deputies|mayor)$/;
/** "a Houston man", "Houston residents". */
const PEOPLE =
  /^(?:man|men|woman|women|resident|residents|teen|teenager|boy|girl|couple|father|mother|native|family)$/;
/** "a Houston home": there it happened. */
const SITE =
  /^(?:home|house|apartment|apartments|neighborhood|neighbourhood|park|club|nightclub|bar|store|street|area|shooting|homicide|murder|hotel|motel|church|school|mall|parking)$/;
const CARE =
  /^(?:hospital|hospitals|airlifted|flown|transported|hospitalized|medical|trauma|surgery)$/;
const JUSTICE =
  /^(?:court|jail|prison|sentenced|trial|judge|arraigned|bail|bond|convicted|charged|custody|fled|extradited)$/;
const MEDIA = /^(?:news|times|post|tv|channel|herald|tribune|reporter|fox|nbc|abc|cbs|cnn|press)$/;
const FORMER = /^(?:originally|formerly|native|born|moved|raised|lived|attended|graduated)$/;

/** Adds the features of one candidate. */
export function placeFeatures(candidate: Candidate, field: Field, add: AddFeature): void {
  const { place, standings } = candidate;
  add(`kind:${place.kind}`);
  if (field.upperCase) add(`capitals:kind:${place.kind}`);
  if (place.kind === 'city') add('size', Math.log10(place.population + 10) - 4);
  add('count', Math.log(standings.length));
  add('share', standings.length / field.total);
  if (field.upperCase) add('capitals:count', Math.log(standings.length));
  add(
    'confidence',
    standings.reduce((max, { toponym }) => Math.max(max, toponym.confidence), 0),
  );
  neighbours(candidate, field, add);
  const { ownCountry } = field;
  if (ownCountry !== null && ownCountry !== place.countryIso3) add('abroad');
  const seen = new Set<string>();
  for (const standing of standings) for (const sign of signsOf(standing)) seen.add(sign);
  const mark = field.upperCase ? 'capitals:' : '';
  for (const sign of seen) add(sign);
  if (mark) for (const sign of seen) add(mark + sign);
  const first = standings[0]!.reading.sentence.index;
  const when = first < 4 ? first : first < 8 ? '4-7' : 'later';
  add(`${field.upperCase ? 'capitals:' : ''}first:${when}`);
  if (first === firstOf(field)) add('foremost');
}

const firstOf = ({ candidates }: Field): number =>
  candidates[0]?.standings[0]?.reading.sentence.index ?? 0;

/** How much of what the article names lies in the same state and country, or in the place itself. */
function neighbours({ place, standings }: Candidate, field: Field, add: AddFeature): void {
  const rest = Math.max(1, field.total - standings.length);
  const [country, division] = areasOf(place);
  const others = (area: string | undefined): number =>
    area === undefined ? 0 : ((field.areas.get(area) ?? 0) - standings.length) / rest;
  add('country', others(country));
  add('division', others(division));
  if (field.total === standings.length) add('only');
  if (place.kind === 'city') return;
  const inside = field.candidates.some(({ place: other }) => isInside(other, place));
  if (inside) add(`${field.upperCase ? 'capitals:' : ''}holds:${place.kind}`);
}

function isInside(inner: Place, outer: Place): boolean {
  if (inner.kind !== 'city' && !(inner.kind === 'admin2' && outer.kind !== 'admin2')) return false;
  if (inner.countryIso3 !== outer.countryIso3) return false;
  if (outer.kind === 'country') return true;
  return (
    inner.admin1 === outer.admin1 && (outer.kind === 'admin1' || inner.admin2 === outer.admin2)
  );
}

function areasOf({ countryIso3, admin1 }: Place): string[] {
  if (countryIso3 === null) return [];
  return admin1 === null ? [countryIso3] : [countryIso3, `${countryIso3}/${admin1}`];
}

/** What the words around one mention of a place say. */
function* signsOf(standing: Standing): Generator<string> {
  const { toponym, reading, from, to, piece } = standing;
  const { tokens, part, index } = reading.sentence;
  const next = tokens[to]?.low ?? '';
  const before = tokens[from - 1]?.low ?? '';
  const located = isLocated(tokens, from);
  if (part === 'title') yield 'title';
  if (piece) {
    yield located ? 'told:located' : 'told';
    if (piece.place === toponym) yield located ? 'own:located' : 'own';
    if (piece.frames.length > 0 && index < 6) yield `lead${index < 3 ? '' : ':late'}`;
  } else if (located) yield index < 4 ? 'located:early' : 'located';
  if (before === 'in') yield piece ? 'told:in' : 'in';
  if (isDateline(standing)) yield 'dateline';
  if (OFFICE.test(next)) yield index < 4 ? 'office:early' : 'office';
  if (PEOPLE.test(next)) yield 'people';
  if (SITE.test(next)) yield 'site';
  if (before === 'of') yield 'of';
  if (before === 'to' || before === 'from') yield 'way';
  const around = tokens.slice(Math.max(0, from - 8), to + 5).map((token) => token.low);
  if (around.some((word) => CARE.test(word))) yield 'care';
  if (around.some((word) => JUSTICE.test(word))) yield 'justice';
  if (around.some((word) => MEDIA.test(word))) yield 'media';
  if (around.some((word) => FORMER.test(word))) yield 'former';
}

/** "BEECH GROVE, Ind. --": in capitals at the beginning of a paragraph. */
function isDateline({ toponym, reading }: Standing): boolean {
  const { words, start } = toponym;
  const shouted = words === words.toUpperCase() && words.length > 3;
  return shouted && start - reading.sentence.start < 20;
}
