import { readFileSync } from 'node:fs';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8'));

const lists = read('words.json') as Record<string, string[]>;
const set = (name: string): ReadonlySet<string> => new Set(lists[name]);

/** Words after which a place name says where: "in", "near". */
export const LOCATIVE = set('locativePrepositions');
/** Words after which a place name is often but not always where: "of", "to". */
export const LOCATIVE_WEAK = set('locativeWeak');
/** "northern", "downtown": a place follows. */
export const COMPASS = set('compass');
/** Words before a person's name. */
export const TITLES = set('personTitles');
/** Verbs whose subject, if a place name, is its government. */
export const SAYING = set('saying');
/** Words after a name that say that the division is meant: "Almaty region". */
export const DIVISION = set('division');
/** Offices and bodies of a first-order division, behind its name: "Ohio governor". */
export const DIVISION_OFFICE = set('divisionOffice');
/** "the city of X": what is meant, before the name. */
export const DIVISION_BEFORE = set('divisionBefore');
/** Words before a place name that make it part of another name. */
export const ORGANISATION_BEFORE = set('organisationBefore');
/** Words that are never a place, whatever the gazetteer holds. */
export const NOT_PLACES = set('notPlaces');
/** Words before a place name that are part of it: "North Korea". */
export const DIRECTIONS = set('directions');
/** Abbreviations that do not end a sentence, without their dot. */
export const ABBREVIATIONS = set('abbreviations');
/** What a name is part of, by the word behind it: an office of the town, its school, a road … */
export const PART_OF: ReadonlyMap<string, string> = new Map(
  ['business', 'media', 'transport', 'nature', 'road', 'school', 'office'].flatMap((kind) =>
    (lists[kind] ?? []).map((word): [string, string] => [word, kind]),
  ),
);
/** "X residents", "X area": words behind a place name that are no name. */
export const PEOPLE_OF = set('people');
/** Common given names; a town of that name needs a preposition or its state beside it. */
export const GIVEN_NAMES = set('givenNames');
/** First names that are towns too: with a last name behind them they are people ("Paris Hilton"). */
export const FIRST_NAMES = set('firstNames');
/** Small towns' names that are English words; made by tooling/common-words. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  (read('common-words.json') as string[]).flatMap((line) => line.split(' ')),
);

/** Adjectives of `data/regions.json`, folded → the region's name. */
const REGIONAL = (read('regions.json') as { regions: string[] }).regions.flatMap((line) => {
  const fields = line.split('|').map((field) => field.trim());
  const adjectives = (fields[6] ?? '').split(', ').filter((name) => name.startsWith('~'));
  return adjectives.map((name): [string, string] => [name.slice(1).toLowerCase(), fields[0] ?? '']);
});

/** Demonym, folded (plural too) → ISO 3166-1 alpha-3 of the country, or the name of the region. */
export const DEMONYMS: ReadonlyMap<string, string> = new Map([
  ...REGIONAL.flatMap(plural),
  ...(read('countries.json') as { cca3: string; demonyms: string[] }[]).flatMap((country) =>
    country.demonyms.flatMap((name) => plural([name.toLowerCase(), country.cca3])),
  ),
]);

function plural([name, of]: [string, string]): [string, string][] {
  return [
    [name, of],
    [`${name}s`, of],
  ];
}

/** "minn", "ont": divisions' abbreviations that end in a dot, without it. */
export const STATE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  Object.values(
    (read('aliases.json') as { divisionAliases: Record<string, Record<string, string[]>> })
      .divisionAliases,
  ).flatMap((divisions) =>
    Object.values(divisions).flatMap((names) =>
      names.filter((name) => /^\w+\.$/.test(name)).map((name) => name.slice(0, -1).toLowerCase()),
    ),
  ),
);
