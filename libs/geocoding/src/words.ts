import { readFileSync } from 'node:fs';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8'));

const lists = read('words.json') as Record<string, string[]>;
const set = (name: string): ReadonlySet<string> => new Set(lists[name]);

/** Words after which a place name stands: "in", "near", "downtown". */
export const LOCATIVE = set('locativePrepositions');
/** Words before a person's name. */
export const TITLES = set('personTitles');
/** Verbs whose subject, if a place name, is its government. */
export const SAYING = set('saying');
/** Words after a place name that leave it one: "Almaty airport". */
export const FACILITY = set('facility');
/** Words after a name that say that the division is meant: "Almaty region". */
export const DIVISION = set('division');
/** Words before a place name that make it part of another name. */
export const ORGANISATION_BEFORE = set('organisationBefore');
/** Words that are never a place, whatever the gazetteer holds. */
export const NOT_PLACES = set('notPlaces');
/** Words before a place name that are part of it: "North Korea". */
export const DIRECTIONS = set('directions');
/** Common given names; a town of that name needs a preposition or its state beside it. */
export const GIVEN_NAMES = set('givenNames');
/** Small towns' names that are English words; made by tooling/common-words. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  (read('common-words.json') as string[]).flatMap((line) => line.split(' ')),
);

/** Demonym, folded (plural too) → ISO 3166-1 alpha-3. */
export const DEMONYMS: ReadonlyMap<string, string> = new Map(
  (read('countries.json') as { cca3: string; demonyms: string[] }[]).flatMap((country) =>
    country.demonyms.flatMap((name): [string, string][] => {
      const folded = name.toLowerCase();
      return [
        [folded, country.cca3],
        [`${folded}s`, country.cca3],
      ];
    }),
  ),
);
