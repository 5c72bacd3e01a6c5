import { actorAt, townAt, wordAt, wordRank } from './bench-incident.js';
import { randomOf, zipf } from './random.js';

/** What is asked, by kind: the paths of so many requests, the same ones for a seed. */
export interface Questions {
  readonly list: readonly string[];
  readonly text: readonly string[];
  readonly radius: readonly string[];
}

type Shape = (random: () => number) => Record<string, string>;

const dayAt = (random: () => number, plus = 0): string =>
  new Date(Date.UTC(2016, 0, 1) + (Math.floor(random() * 3_500) + plus) * 86_400_000)
    .toISOString()
    .slice(0, 10);
const country = (random: () => number) => townAt(zipf(random, 4_000)).country;
const TYPES = [
  'Battles',
  'Riots',
  'Protests',
  'Violence against civilians',
  'Strategic developments',
];
const type = (random: () => number) => TYPES[Math.floor(random() * TYPES.length)] as string;
const word = (random: () => number) => wordAt(wordRank(random));

function span(random: () => number, days: number): { from: string; to: string } {
  const from = dayAt(random);
  return { from, to: new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10) };
}

/** Every filter that the API knows but text and circles, alone and in the mixes that people ask for. */
const LISTS: readonly Shape[] = [
  () => ({}),
  () => ({ sort: '-killed' }),
  () => ({ sort: '-start', limit: '100' }),
  (random) => ({ type: type(random) }),
  (random) => ({ subType: 'Mob violence,Grenade', country: country(random) }),
  (random) => ({ country: country(random) }),
  (random) => ({ country: country(random), type: type(random), sort: '-start' }),
  (random) => ({ country: country(random), killedMin: '10' }),
  (random) => {
    const { admin1, country: iso3 } = townAt(zipf(random, 4_000));
    return { admin1, country: iso3 };
  },
  (random) => span(random, 0),
  (random) => span(random, 30),
  (random) => ({ ...span(random, 365), country: country(random) }),
  (random) => ({ ...span(random, 7), type: type(random), sort: '-killed' }),
  (random) => ({ from: dayAt(random), killedMin: '50' }),
  (random) => ({ actor: actorAt(zipf(random, 600)) }),
  () => ({ status: 'corroborated', sourcesMin: '5' }),
  () => ({ injuredMin: '200' }),
  () => ({ lifecycle: 'retracted' }),
  (random) => ({ plover: 'PROTEST', country: country(random), limit: '100' }),
  (random) => {
    const { latitude, longitude } = townAt(zipf(random, 4_000));
    const box = [longitude - 1, latitude - 1, longitude + 1, latitude + 1];
    return { bbox: box.map((edge) => edge.toFixed(3)).join(',') };
  },
  (random) => ({ updatedSince: `${dayAt(random)}T00:00:00Z`, sort: 'updatedAt' }),
];

const TEXTS: readonly Shape[] = [
  (random) => ({ text: word(random) }),
  (random) => ({ text: `${word(random)} ${word(random)}` }),
  (random) => ({ text: `"${word(random)} ${word(random)}"` }),
  (random) => ({ text: `${word(random).slice(0, 5)}*` }),
  (random) => ({ text: word(random), country: country(random) }),
  (random) => ({ text: word(random), sort: '-relevance' }),
  (random) => ({ text: townAt(zipf(random, 4_000)).name, type: type(random) }),
];

const RADII: readonly Shape[] = ['5', '25', '100', '300'].flatMap((radiusKm) => [
  (random: () => number) => ({ near: pointOf(random), radiusKm }),
  (random: () => number) => ({ near: pointOf(random), radiusKm, type: type(random) }),
]);

function pointOf(random: () => number): string {
  const { latitude, longitude } = townAt(zipf(random, 4_000));
  return `${latitude.toFixed(3)},${longitude.toFixed(3)}`;
}

/** @param count requests of each kind */
export function questionsOf(seed: number, count: number): Questions {
  const random = randomOf(seed);
  const of = (shapes: readonly Shape[]) =>
    Array.from({ length: count }, (_, n) => {
      const query = (shapes[n % shapes.length] as Shape)(random);
      return `/v1/incidents?${new URLSearchParams(query)}`;
    });
  return { list: of(LISTS), text: of(TEXTS), radius: of(RADII) };
}
