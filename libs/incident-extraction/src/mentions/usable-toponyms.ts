import type { Toponym } from '@tocsin/geocoding';
import type { Person } from '../people/person.js';
import type { SentenceReading } from '../reading/sentence-reading.js';

/** Behind these a place name is a street's, a park's or a school's. */
const NAMED_AFTER =
  /^(?:street|st|road|rd|avenue|ave|drive|dr|boulevard|blvd|lane|ln|court|ct|way|place|highway|parkway|circle|terrace|trail|creek|hall)$/;
/** With these before it a place name is still a place's ("North Houston"). */
const PART_OF_TOWN =
  /^(?:north|south|east|west|northern|southern|eastern|western|northeast|northwest|southeast|southwest|downtown|greater|metro|central|upper|lower|suburban|police|mount|fort|new)$/;
/** Capitalised names with these in them are an organisation's, whose town counts. */
const ORGANISATION =
  /\b(?:police|county|department|sheriff|hospital|university|school|city|center|centre|park|news|church|office|court|state|college|medical|island|beach)\b/;

/** The locatives that may be an incident's place: no streets, no people named like towns. */
export function usableToponyms(
  readings: readonly SentenceReading[],
  toponyms: readonly Toponym[],
): Toponym[] {
  const surnames = new Set<string>();
  const candidates = toponyms.filter((t) => t.kind === 'locative' && t.place);
  const spoken = readings.flatMap((reading) => {
    for (const person of reading.people) {
      const surname = surnameOf(person);
      if (surname) surnames.add(surname);
    }
    return candidates
      .filter((t) => t.start >= reading.sentence.start && t.end <= reading.sentence.end)
      .map((toponym) => ({ toponym, reading }));
  });
  return spoken
    .filter(({ toponym, reading }) => isPlace(toponym, reading, surnames))
    .map(({ toponym }) => toponym);
}

function isPlace(
  t: Toponym,
  { sentence }: SentenceReading,
  surnames: ReadonlySet<string>,
): boolean {
  const { tokens } = sentence;
  const next = tokens.findIndex((token) => token.start >= t.end);
  if (next >= 0 && NAMED_AFTER.test(tokens[next]!.low)) return false;
  const first = tokens.findIndex((token) => token.end > t.start);
  const located = /^(?:in|near|at|of|from)$/.test(tokens[first - 1]?.low ?? '');
  return located || !surnames.has(t.words.toLowerCase());
}

/** The last name of a person who is named in full; null for places and organisations. */
function surnameOf({ name, actor, age }: Person): string | null {
  const words = name?.toLowerCase().split(' ') ?? [];
  if (words.length < 2 && age === null) return null;
  if (ORGANISATION.test(words.join(' ')) || PART_OF_TOWN.test(words[0] ?? '')) return null;
  return actor || age !== null || words.length <= 3 ? (words.at(-1) ?? null) : null;
}
