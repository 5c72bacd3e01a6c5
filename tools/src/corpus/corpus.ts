import type { SampleArticle } from '../sample/articles.js';
import { seeded } from './random.js';
import { TOWNS } from './towns.js';

/** A made-up incident and the articles that tell of it: what the line must find, by construction. */
export interface CorpusIncident {
  readonly town: string;
  readonly country: string;
  /** ISO day. */
  readonly day: string;
  readonly killed: number;
  readonly injured: number;
  readonly articleIds: readonly string[];
}

export interface Corpus {
  readonly articles: readonly SampleArticle[];
  readonly incidents: readonly CorpusIncident[];
}

const DAY_MS = 86_400_000;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const PLACES = ['market', 'bus station', 'police station', 'hotel', 'mosque', 'checkpoint'];
const SITES = ['Morning Courier', 'Evening Ledger', 'The Observer Post', 'Daily Wire'];
const ROUND = TOWNS.length;

/**
 * Articles over distinct incidents, each one town on one day: of every five articles two are alone, one
 * pair is a verbatim copy under another address, and one pair tells of the same incident in other words.
 */
export function makeCorpus(size: number, seed: number): Corpus {
  const random = seeded(seed);
  const articles: SampleArticle[] = [];
  const incidents: CorpusIncident[] = [];
  for (let n = 0; articles.length < size; n++) {
    const fact = factOf(n, random);
    const first = report(fact, n, 0, articles.length);
    const told = [first];
    const room = articles.length + 1 < size;
    if (room && n % 4 === 1) told.push({ ...first, id: `copy-${n}`, site: SITES[1] ?? '' });
    if (room && n % 4 === 3) told.push(report(fact, n, 1, articles.length + 1));
    articles.push(...told);
    incidents.push({ ...fact, articleIds: told.map((article) => article.id) });
  }
  return { articles, incidents };
}

type Fact = Omit<CorpusIncident, 'articleIds'> & { readonly target: string; readonly age: number };

/** Towns repeat only after months, so that no two incidents can be taken for one. */
function factOf(n: number, random: () => number): Fact {
  const [town, country] = TOWNS[n % ROUND] ?? ['', ''];
  const days = Math.floor(n / ROUND) * 120 + Math.floor(random() * 40);
  return {
    town,
    country,
    day: new Date(Date.UTC(2020, 0, 6) + days * DAY_MS).toISOString().slice(0, 10),
    killed: 2 + Math.floor(random() * 30),
    injured: 3 + Math.floor(random() * 60),
    target: PLACES[Math.floor(random() * PLACES.length)] ?? 'market',
    age: 19 + Math.floor(random() * 50),
  };
}

function report(fact: Fact, n: number, telling: 0 | 1, position: number): SampleArticle {
  const weekday = WEEKDAYS[new Date(fact.day).getUTCDay()] ?? '';
  const next = new Date(Date.parse(fact.day) + DAY_MS).toISOString().slice(0, 10);
  const { town, country, killed, injured, target, age } = fact;
  const first = [
    `A bomb exploded at a ${target} in ${town}, ${country}, on ${weekday}, killing ${killed} people and injuring ${injured} others, police said.`,
    `The blast went off shortly before noon, when the ${target} was crowded, a police spokesman told reporters in ${town}.`,
    `A ${age}-year-old shopkeeper said that windows were broken along the whole street. Nobody has claimed responsibility for the attack.`,
    `Residents carried the wounded to a hospital nearby, where doctors asked the public to give blood.`,
  ];
  const second = [
    `Officials in ${town}, ${country}, said that ${killed} people were killed and ${injured} wounded when a bomb went off at a ${target} on ${weekday}.`,
    `Ambulances reached the scene within minutes, according to the city's health department, and roads around the ${target} were closed until evening.`,
    `The interior ministry sent investigators, and a spokeswoman said that it was too early to name those behind the bombing.`,
  ];
  return {
    id: `incident-${n}-${telling}`,
    site: SITES[position % SITES.length] ?? '',
    section: 'world',
    title:
      telling === 0
        ? `${town} ${target} bombing kills ${killed}`
        : `Bomb at ${target} in ${town} leaves ${killed} dead`,
    publishedAt: `${next}T0${position % 10}:15:00`,
    dateline: null,
    paragraphs: telling === 0 ? first : second,
    captions: [`Police at the scene in ${town}. Photo: made up`],
    source: null,
    licence: 'made up by the corpus generator',
  };
}
