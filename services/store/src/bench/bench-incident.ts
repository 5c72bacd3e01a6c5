import { ACLED_SUB_EVENTS, type AcledSubEventType, type Incident } from '@tocsin/contracts';
import { randomOf, zipf } from './random.js';

const DAY_MS = 86_400_000;
/** Ten years of days. */
const DAYS = 3_650;
const FIRST_DAY_MS = Date.UTC(2016, 0, 1);
const SUB_TYPES = Object.keys(ACLED_SUB_EVENTS) as AcledSubEventType[];
const SYLLABLES = 'ba ra mo ti le ka su ne do vi ga pe zu hi lo fa'.split(' ');
const WORDS = 20_000;
const FLAT = 50;
const TOWNS = 4_000;
const ACTORS = 600;

/** A made-up word of a rank; common ones are short. */
export function wordAt(rank: number): string {
  let word = '';
  for (let rest = rank + 16; rest > 0; rest = Math.floor(rest / 16)) word += SYLLABLES[rest % 16];
  return word;
}

/**
 * The rank of a word as content words of news are spread (Zipf and Mandelbrot): the most common one stands in
 * every fifth text or so.
 */
export const wordRank = (random: () => number): number =>
  Math.floor(FLAT * ((WORDS + FLAT) / FLAT) ** random()) - FLAT;

export interface Town {
  readonly name: string;
  readonly admin1: string;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** The town of a rank: in one of 120 countries, near others of its country. */
export function townAt(rank: number): Town {
  const countryRank = zipf(randomOf(rank * 7 + 1), 120);
  const middle = randomOf(countryRank + 1);
  const around = randomOf(rank + 100_000);
  const letter = (n: number) => String.fromCharCode(65 + (n % 26));
  return {
    name: `${wordAt(rank + 30_000)}ville`,
    admin1: `${wordAt(countryRank + 50)} ${Math.floor(around() * 15)}`,
    country: `${letter(countryRank)}${letter(Math.floor(countryRank / 26))}X`,
    latitude: -35 + middle() * 90 + (around() - 0.5) * 8,
    longitude: -110 + middle() * 230 + (around() - 0.5) * 8,
  };
}

export const actorAt = (rank: number): string => `${wordAt(rank + 60_000)} brigade`;

/** The n-th of many incidents as news would have them: few towns, actors and words make up most. */
export function benchIncident(n: number): Incident {
  const random = randomOf(n + 1);
  const whole = (below: number) => Math.floor(random() * below);
  const text = (length: number) => Array.from({ length }, () => wordAt(wordRank(random))).join(' ');
  const subType = SUB_TYPES[zipf(random, SUB_TYPES.length)] as AcledSubEventType;
  const town = townAt(zipf(random, TOWNS));
  const day = new Date(FIRST_DAY_MS + whole(DAYS) * DAY_MS).toISOString().slice(0, 10);
  const figure = (best: number) => ({
    low: best,
    best,
    high: null,
    basis: 'stated' as const,
    claims: [0],
  });
  const articleId = `${n.toString(16).padStart(32, '0')}`;
  const url = `https://news.example/${day}/${n}`;
  const mentionId = `${articleId}-1641492060000-1-0`;
  const killed = random() < 0.45 ? zipf(random, 200) : null;
  const injured = random() < 0.3 ? zipf(random, 400) : null;
  const quotes = Array.from({ length: 4 }, () => text(12));
  return {
    incidentId: `b${n}`,
    revision: 1,
    lifecycle: 'active',
    evidence: random() < 0.3 ? 'corroborated' : 'candidate',
    conflicts: [],
    supersedes: [],
    mergedInto: null,
    retraction: null,
    summary: `${text(14)} ${town.name}.`,
    what: {
      family: 'political',
      acledEventType: ACLED_SUB_EVENTS[subType],
      acledSubEventType: subType,
      ploverType: random() < 0.5 ? 'ASSAULT' : 'PROTEST',
      modes: [],
      contexts: [],
      ucdpTypeOfViolence: null,
      hazardType: null,
      civilianTargeting: false,
      instruments: [],
    },
    when: { start: day, end: day, timePrecision: 1, datePrecision: 1, words: day, claims: [1] },
    where: {
      place: town.name,
      admin1: town.admin1,
      admin2: null,
      countryIso3: town.country,
      latitude: town.latitude,
      longitude: town.longitude,
      geonameId: 1 + whole(9_000_000),
      geoPrecision: 1,
      wherePrecision: 1,
      claims: [2],
    },
    actors: [{ role: 'perpetrator', words: actorAt(zipf(random, ACTORS)), claims: [3] }],
    victims: [],
    targets: [],
    casualties: {
      killed: killed === null ? null : figure(killed),
      injured: injured === null ? null : figure(injured),
      missing: null,
      abducted: null,
      arrested: null,
      perpetratorsKilled: null,
    },
    claims: quotes.map((quote, index) => ({
      articleId,
      mentionId,
      url,
      claim: {
        field: ['casualties.killed', 'when', 'place', 'actors'][index] as string,
        value: null,
        attribution: [],
        hedge: 'reported',
        part: 'body',
        quote,
        start: index * 100,
        end: index * 100 + quote.length,
        confidence: 0.8,
      },
    })),
    articleCount: 1,
    independentSourceCount: 1 + zipf(random, 6),
    firstSeenAt: `${day}T12:00:00.000Z`,
    lastSeenAt: `${day}T12:00:00.000Z`,
    sources: [
      {
        articleId,
        url,
        title: text(9),
        siteName: wordAt(zipf(random, 500)),
        publishedAt: `${day}T10:00:00Z`,
        syndicationId: articleId,
        mentionIds: [mentionId],
      },
    ],
    traceparent: null,
  };
}
