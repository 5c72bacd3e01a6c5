import { feedDate } from '../feed/date.js';
import { renderText } from '../feed/html/render.js';
import type { Link, Person, Section, TextConstruct, Where } from '../feed/read/section.js';
import { resolveReference } from '../feed/reference.js';

/** A dictionary of feedparser, to be written as JSON. */
export type Dictionary = Record<string, unknown>;

/** Later names for earlier ones, which feedparser answers to as well. */
const ALIASES: readonly (readonly [alias: string, name: string])[] = [
  ['guid', 'id'],
  ['copyright', 'rights'],
  ['copyright_detail', 'rights_detail'],
  ['tagline', 'subtitle'],
  ['tagline_detail', 'subtitle_detail'],
  ['url', 'href'],
  ['issued', 'published'],
  ['issued_parsed', 'published_parsed'],
  ['modified', 'updated'],
  ['modified_parsed', 'updated_parsed'],
  ['date', 'updated'],
  ['date_parsed', 'updated_parsed'],
];
const DATES = [
  'published',
  'updated',
  'created',
  'expired',
  'validity_start',
  'validity_end',
] as const;
const SIZES = ['width', 'height'] as const;

function dateTuple(written: string | undefined): number[] | null {
  const iso = feedDate(written);
  if (iso === null) return null;
  const date = new Date(iso);
  const year = date.getUTCFullYear();
  const dayOfYear = Math.floor((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
  return [
    year,
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
    (date.getUTCDay() + 6) % 7,
    dayOfYear,
    0,
  ];
}

function withAliases(dictionary: Dictionary): Dictionary {
  for (const [alias, name] of ALIASES)
    if (name in dictionary && !(alias in dictionary)) dictionary[alias] = dictionary[name];
  for (const suffix of ['', '_detail']) {
    const described = dictionary[`summary${suffix}`] ?? dictionary[`subtitle${suffix}`];
    if (described !== undefined) dictionary[`description${suffix}`] = described;
  }
  return dictionary;
}

const detail = (text: TextConstruct): Dictionary => ({
  type: text.type,
  language: text.language,
  base: text.base,
  value: renderText(text),
  ...(text.src === null ? {} : { src: text.src }),
});

const person = (told: Person): Dictionary => withAliases({ ...told });

const withoutRel = (link: Link) => {
  const { rel: _, ...rest } = Object.fromEntries(link);
  return withAliases(rest);
};

const whereOf = ({ ...where }: Where): Dictionary => where;

function people(section: Section, out: Dictionary): void {
  if (section.author !== null) out['author'] = section.author;
  if (section.authorDetail) out['author_detail'] = person(section.authorDetail);
  if (section.authors.length > 0) out['authors'] = section.authors.map(person);
  if (section.contributors.length > 0) out['contributors'] = section.contributors.map(person);
  if (section.publisher !== null) out['publisher'] = section.publisher;
  if (section.publisherDetail) out['publisher_detail'] = person(section.publisherDetail);
}

function texts(section: Section, out: Dictionary): void {
  for (const [name, text] of section.texts) {
    const told = detail(text);
    out[name] = told['value'];
    if (name !== 'summary' || !section.summaryIsCopy) out[`${name}_detail`] = told;
  }
  const contents = section.contents.map(detail);
  if (contents.length === 0) return;
  if (section.kind === 'entry') out['content'] = contents;
  else {
    out['content_detail'] = contents.at(-1);
    out['content'] = contents.at(-1)?.['value'];
  }
}

function identity(section: Section, out: Dictionary): void {
  const { id, about, link, links } = section;
  const href = id && (id.isPermalink ? resolveReference(id.base, id.value) : id.value);
  const identifier = href ?? about;
  if (identifier !== null) out['id'] = identifier;
  if (section.idIsLink !== null) out['guidislink'] = section.idIsLink;
  const address = link ?? (id?.isPermalink ? href : null);
  if (address !== null) out['link'] = address;
  if (links.length === 0) return;
  out['links'] = links.map((one) => Object.fromEntries(one));
  out['enclosures'] = links.filter((one) => one.get('rel') === 'enclosure').map(withoutRel);
  const licence = links.find((one) => one.get('rel') === 'license' && one.has('href'));
  if (licence) out['license'] = licence.get('href');
}

function dates(section: Section, out: Dictionary): void {
  for (const name of DATES) {
    const written = section.values.get(name);
    if (written !== undefined) out[`${name}_parsed`] = dateTuple(written);
  }
  if ('published' in out && !('updated' in out)) {
    out['updated'] = out['published'];
    out['updated_parsed'] = out['published_parsed'];
  }
}

function groups(section: Section, out: Dictionary): void {
  for (const [name, attributes] of section.groups)
    out[name] = withAliases(Object.fromEntries(attributes));
  for (const [name, attributes] of section.lists)
    out[name] = attributes.map((one) => withAliases(Object.fromEntries(one)));
  const chapters = out['psc_chapters'];
  if (chapters) Object.assign(chapters, { chapters: out['psc_chapter'] ?? [] });
}

/** Values that feedparser gives as something else than text. */
function converted(section: Section, out: Dictionary): void {
  for (const size of SIZES) {
    const written = section.values.get(size);
    if (section.kind === 'image' && written !== undefined)
      out[size] = /^\d+$/.test(written) ? Number(written) : 0;
  }
  const block = section.values.get('itunes_block');
  if (block !== undefined) out['itunes_block'] = Number(/^yes$/i.test(block));
  const explicit = section.values.get('itunes_explicit');
  if (explicit !== undefined)
    out['itunes_explicit'] = { yes: true, clean: false }[explicit] ?? null;
  const restriction = section.groups.get('media_restriction');
  const countries = restriction?.get('content')?.toLowerCase().split(' ');
  if (restriction && countries)
    out['media_restriction'] = { ...Object.fromEntries(restriction), content: countries };
}

/** One part of a feed in feedparser's shape. */
export function sectionDictionary(section: Section): Dictionary {
  const out: Dictionary = Object.fromEntries(section.values);
  groups(section, out);
  texts(section, out);
  people(section, out);
  identity(section, out);
  dates(section, out);
  converted(section, out);
  if (section.tags) {
    out['tags'] = section.tags;
    if (section.tags[0]) out['category'] = section.tags[0].term;
  }
  if (section.where) out['where'] = whereOf(section.where);
  if (section.image) out['image'] = sectionDictionary(section.image);
  if (section.textInput) out['textinput'] = sectionDictionary(section.textInput);
  if (section.source) out['source'] = sectionDictionary(section.source);
  return withAliases(out);
}
