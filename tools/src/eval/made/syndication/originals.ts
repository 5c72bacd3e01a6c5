import { readFileSync } from 'node:fs';
import { TOWNS } from '../../../corpus/towns.js';
import { bundledArticles } from '../../../sample/articles.js';
import { dress, FRAMED_SITES, SITES } from './edits.js';
import { between, pick, wordCount, type Draft, type Random } from './draft.js';

/** An original with a name that its copies' ids begin with. */
export interface Original extends Draft {
  readonly name: string;
}

const HOUR_MS = 3_600_000;
/** All within ten days: the window must not do the work. */
const FIRST = Date.UTC(2022, 0, 3);
const HOURS = 240;
/** These lend their paragraphs to short items and are nobody's original. */
const LENDERS = 12;

const read = <T>(name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../../sample/${name}`, import.meta.url), 'utf8'),
  ) as readonly T[];

type Text = Pick<Original, 'title' | 'paragraphs'> & { readonly id: string };

const meantime = () => read<Text>('meantime.json');

/**
 * Every bundled article and those of MEANTIME, several of which follow one story. Long ones, every other time, are
 * two articles: their odd and their even paragraphs tell one story in different words.
 */
export function originals(random: Random): Original[] {
  const texts = [...bundledArticles(), ...meantime().slice(LENDERS)];
  let long = 0;
  return texts.flatMap(({ id, title, paragraphs }) => {
    const whole = { name: id, title, paragraphs, ...publication(random) };
    if (paragraphs.length < 6 || wordCount(paragraphs) < 350 || long++ % 2 === 0) return [whole];
    return [0, 1].map((turn) => ({
      ...whole,
      ...publication(random),
      name: `${id}.${turn}`,
      paragraphs: paragraphs.filter((_, at) => at % 2 === turn),
    }));
  });
}

/** Items of one paragraph each among much boilerplate: all that they share is their site's. */
export function shortItems(random: Random): Original[] {
  return meantime()
    .slice(0, LENDERS)
    .flatMap(({ id, title, paragraphs }) =>
      paragraphs.map((paragraph, at) => {
        const draft = {
          title: `${title} (${at})`,
          paragraphs: [paragraph],
          ...publication(random, FRAMED_SITES),
        };
        return { ...dress(draft, random), name: `${id}.item${at}` };
      }),
    );
}

const STREETS = ['Mill Lane', 'Station Road', 'Harbour Street', 'Church Hill', 'King Street'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const CARS = ['Ford Fiesta', 'Toyota Corolla', 'Renault van', 'Fiat Panda', 'Volvo lorry'];
const GIVEN = ['Anna', 'Marek', 'Ines', 'Tomas', 'Leila', 'Oskar', 'Ruth', 'Pavel', 'Grace'];
const FAMILY = ['Novak', 'Brandt', 'Silva', 'Okafor', 'Lindqvist', 'Moreau', 'Petrov', 'Walsh'];

/** Notices in which only the facts differ, as police forces and weather services put them out. */
export function notices(random: Random, ofEach: number): Original[] {
  return read<string>('notices.json').flatMap((template, kind) =>
    Array.from({ length: ofEach }, (_, at) => {
      const facts: Record<string, string> = {
        town: pick(random, TOWNS)[0] as string,
        street: pick(random, STREETS),
        weekday: pick(random, DAYS),
        car: pick(random, CARS),
        hour: String(between(random, 2, 11)),
        age: String(between(random, 18, 89)),
        name: `${pick(random, GIVEN)} ${pick(random, FAMILY)}`,
        number: String(between(random, 12, 950)),
      };
      const text = template.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
      return {
        name: `notice${kind}.${at}`,
        title: 'Notice',
        paragraphs: [text],
        ...publication(random),
      };
    }),
  );
}

function publication(random: Random, sites = SITES): Pick<Draft, 'site' | 'publishedAt'> {
  return { site: pick(random, sites), publishedAt: FIRST + Math.floor(random() * HOURS) * HOUR_MS };
}
