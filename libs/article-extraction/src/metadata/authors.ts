import type { Evidence } from '../evidence/evidence.js';
import type { AuthorMark } from '../evidence/marks.js';
import { SEAM } from '../evidence/page-lines.js';
import { oneLine } from '../text/whitespace.js';
import { lettersOf } from '../text/words.js';
import { findDates } from './find-dates.js';
import { Margins } from './margins.js';
import type { Byline } from './person-names.js';
import { isPersonName, LEAD, namesIn } from './person-names.js';
import { isDomainName } from './domain-name.js';

const META = [
  'author',
  'article:author',
  'og:article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'cxenseparse:author',
  'article.author',
  'authors',
  'byline',
  'twitter:creator',
];
/** How many lines above the headline a byline may stand. */
const LINES_ABOVE = 3;
const MAX_BYLINE = 120;
/** What follows the names in one line: the day, the section, the time. */
const AFTER_NAMES = /\s*(?:[|•·]|\s[-–—]\s|\d|\b(?:published|updated|posted|on)\b).*$/iu;

/**
 * The authors' names: no "By", no job titles, no addresses, not the site itself. Structured data first,
 * then meta, then what the page marks as author, then the byline; the first of these that yields a person.
 * Agencies and desks count where no person is named.
 */
export function authorsOf(
  evidence: Evidence,
  siteName: string | null,
  hint: readonly string[] = [],
): string[] {
  const sources: (() => readonly Byline[])[] = [
    () => structured(evidence),
    () => META.flatMap((name) => namesIn(evidence.meta.get(name) ?? '')),
    () => marked(evidence),
    () => hint.flatMap(namesIn),
  ];
  let groups: readonly string[] = [];
  const publisher = evidence.jsonLd.article?.publisher ?? '';
  const sites = new Set([siteName ?? '', publisher].map(lettersOf));
  for (const source of sources) {
    const bylines = source().filter(
      ({ name }) => !sites.has(lettersOf(name)) && !isDomainName(name, evidence.url),
    );
    const persons = unique(withoutPlaces(bylines.filter(({ isGroup }) => !isGroup)));
    if (persons.length > 0) return persons;
    if (groups.length === 0) groups = unique(bylines);
  }
  return [...groups];
}

function structured({ jsonLd }: Evidence): Byline[] {
  return (jsonLd.article?.authors ?? []).flatMap(({ name, isOrganization }) =>
    namesIn(name).map((byline) => (isOrganization ? { ...byline, isGroup: true } : byline)),
  );
}

/** The names that the page's mark-up calls authors, else those of the line that begins like a byline. */
function marked(evidence: Evidence): Byline[] {
  const { near, headlineLine } = evidence;
  const headline = near.lines[headlineLine]?.element ?? null;
  const margins = new Margins(evidence.size, headline);
  const around = near.authors.filter(({ element }) => !margins.has(element, true));
  // Above the headline stand the bylines of other articles too.
  const below = around.filter(({ element }) => element.order >= (headline?.order ?? 0));
  const names = firstPersons(ranked(below.length > 0 ? below : around));
  if (names.length > 0) return names;
  for (const { text } of near.lines.slice(Math.max(0, headlineLine - LINES_ABOVE))) {
    const ofLine = namesOfLine(text);
    if (ofLine.length > 0) return ofLine;
  }
  const elsewhere = evidence.statedAuthors.filter(({ element }) => !margins.has(element, false));
  const others = firstPersons([elsewhere]);
  // Several persons away from the headline are the authors of several articles.
  return unique(others).length === 1 ? others : firstPersons([around]);
}

/** Marks by how surely they are authors. */
const ranked = (marks: readonly AuthorMark[]): (readonly AuthorMark[])[] => [
  marks.filter(({ by }) => by === 'property'),
  marks.filter(({ by }) => by === 'author'),
  marks,
];

/** The names of the first marks that name a person, else of all. */
function firstPersons(ranks: readonly (readonly AuthorMark[])[]): Byline[] {
  const named = ranks.map((marks) => marks.flatMap(({ text }) => namesOfParts(text)));
  const withPersons = named.find((names) => names.some(({ isGroup }) => !isGroup));
  return withPersons ?? named.flat();
}

/** Of a marked element, each part that is a name; of a longer text nothing but what its lead announces. */
function namesOfParts(text: string): Byline[] {
  const parts = text
    .split(SEAM)
    .map(oneLine)
    .filter((part) => part !== '');
  return parts.flatMap((part) => {
    const isLead = LEAD.test(part);
    return namesIn(part.replace(AFTER_NAMES, '')).filter(
      ({ name, isGroup }) => isGroup || isLead || isPersonName(name) || parts.length === 1,
    );
  });
}

/** The persons of a line of plain text that is a byline: nothing but "By", names, offices and a date. */
export function byline(line: string): string[] {
  return LEAD.test(line) ? namesOfLine(line).map(({ name }) => name) : [];
}

/** The names of a line that begins with "By" and goes on with nothing but names, dates and offices. */
function namesOfLine(line: string): Byline[] {
  if (line.length > 2 * MAX_BYLINE) return [];
  const text = oneLine(line);
  if (text.length > MAX_BYLINE) return [];
  if (!LEAD.test(text)) return nameBesideDate(line);
  const rest = text.replace(LEAD, '').replace(AFTER_NAMES, '');
  return namesIn(rest).filter(({ name }) => isPersonName(name));
}

/** A line whose parts are a person's name and a date, each in an element of its own. */
function nameBesideDate(line: string): Byline[] {
  const [first = '', ...rest] = line
    .split(SEAM)
    .map(oneLine)
    .filter((part) => part !== '');
  const isDated = rest.slice(0, 2).some((part) => findDates(part).length > 0);
  return isDated && isPersonName(first) ? [{ name: first, isGroup: false }] : [];
}

/** Beside whole names, a single word is the place or the house they write from. */
function withoutPlaces(persons: readonly Byline[]): readonly Byline[] {
  const whole = persons.filter(({ name }) => name.includes(' ') || !/\p{Lu}/u.test(name));
  return whole.length > 0 ? whole : persons;
}

function unique(bylines: readonly Byline[]): string[] {
  const names = new Map<string, string>();
  for (const { name } of bylines) {
    const letters = lettersOf(name);
    if (!names.has(letters)) names.set(letters, name);
  }
  return [...names.values()];
}
