import {
  cleanHtml,
  first,
  htmlOfPlain,
  plainOfHtml,
  plainText,
  present,
  unique,
  webUrl,
} from './clean.js';
import { feedDate } from './date.js';
import { isHtml } from './html/render.js';
import type { Enclosure, ParsedItem } from './model.js';
import type { Person, Section, TextConstruct } from './read/section.js';

/** What all items of a document share. */
export interface ItemRules {
  /** What relative links without a base of their own are taken against. */
  readonly base: string | undefined;
  readonly maxTextChars: number;
  /** Whether texts that say to be plain are: RSS does not say, so its texts may hold markup. */
  readonly isAtom: boolean;
  /** Whom an entry without author is by. */
  readonly authors: readonly Person[];
}

/** Files that are heard or seen, not read. */
const MEDIA_FILE =
  /\.(?:aac|avi|flac|m4[abv]|mov|mp[34]|mpe?g|og[agv]|opus|wav|web[mp]|jpe?g|png|gif)$/i;
const isMediaFile = (url: string) => MEDIA_FILE.test(new URL(url).pathname);

function enclosuresOf({ links }: Section, base: string | undefined): Enclosure[] {
  return links.flatMap((link) => {
    const url = link.get('rel') === 'enclosure' ? webUrl(link.get('href'), base) : null;
    const length = Number(link.get('length') || NaN);
    return url === null
      ? []
      : [{ url, type: link.get('type') || null, length: length >= 0 ? length : null }];
  });
}

/** The page among a section's links: an alternate one, a web page before other types. */
export function pageLink({ links }: Section): string | undefined {
  const alternates = links.filter((link) => link.get('href') && link.get('rel') === 'alternate');
  const page = alternates.find((link) => /html/i.test(link.get('type') ?? 'html'));
  return (page ?? alternates[0])?.get('href');
}

/**
 * The page that an entry tells of. A link may be relative; an identifier may not, since resolved it would
 * invent an address, and it never names a file that only comes with the entry.
 */
function pageOf(section: Section, enclosures: readonly Enclosure[], base: string | undefined) {
  const files = new Set(enclosures.map(({ url }) => url));
  const linked = webUrl(pageLink(section), base);
  if (linked !== null && !files.has(linked)) return linked;
  const guid = section.id?.isPermalink === true ? section.id.value : undefined;
  const identifiers = [guid, section.about ?? undefined];
  return first(identifiers, (identifier) => {
    const url = webUrl(identifier, undefined);
    return url === null || files.has(url) || isMediaFile(url) ? null : url;
  });
}

/** A title, name or the like as plain text. */
export function plainOf(text: TextConstruct | undefined, rules: ItemRules): string | null {
  if (text === undefined) return null;
  const isMarkup = isHtml(text.type) || !rules.isAtom;
  return isMarkup
    ? plainOfHtml(text.value, rules.maxTextChars)
    : plainText(text.value, rules.maxTextChars);
}

function summaryOf({ texts }: Section, { maxTextChars }: ItemRules): string | null {
  const summary = texts.get('summary');
  if (summary === undefined) return null;
  const { type, value, base } = summary;
  return isHtml(type) ? cleanHtml(value, base, maxTextChars) : htmlOfPlain(value, maxTextChars);
}

function authorsOf({ authors, source }: Section, rules: ItemRules): string[] {
  const told = [authors, source?.authors ?? [], rules.isAtom ? rules.authors : []];
  const named = told.find((people) => people.some(({ name, email }) => name || email)) ?? [];
  return unique(named.map(({ name, email }) => plainText(name || email, rules.maxTextChars)));
}

/** An entry in its final form, or null when it names no page that could be fetched. */
export function itemOf(section: Section, rules: ItemRules): ParsedItem | null {
  const { base, maxTextChars } = rules;
  const enclosures = enclosuresOf(section, base);
  const url = pageOf(section, enclosures, base);
  if (url === null) return null;
  const { values, tags } = section;
  const dates = ['published', 'updated', 'created'].map((name) => values.get(name));
  return {
    url,
    id: plainText(section.id?.value ?? section.about ?? undefined, maxTextChars),
    title: plainOf(section.texts.get('title'), rules),
    publishedAt: first(dates, feedDate),
    updatedAt: feedDate(values.get('updated')),
    authors: authorsOf(section, rules),
    tags: unique(
      (tags ?? [])
        .map(({ term, label }) => label || term)
        .filter(present)
        .map((t) => plainText(t, maxTextChars)),
    ),
    enclosures,
    summary: summaryOf(section, rules),
  };
}
