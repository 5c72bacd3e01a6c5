import { readTokens, type TokenHandler } from '../markup/tokens.js';
import type { Entries, EntryField, RawEntry } from './entries.js';
import { SitemapError, type SitemapDocument } from './model.js';

/** Where below an entry its fields stand, as `pathOf` writes it. */
const FIELDS: ReadonlyMap<string, EntryField> = new Map([
  ['loc', 'loc'],
  ['lastmod', 'lastmod'],
  ['changefreq', 'changefreq'],
  ['news/title', 'title'],
  ['news/publication_date', 'date'],
  ['news/publication/language', 'language'],
  ['news/publication/name', 'publication'],
]);
const ROOTS: ReadonlyMap<string, SitemapDocument['kind']> = new Map([
  ['urlset', 'sitemap'],
  ['sitemapindex', 'sitemap-index'],
]);
/** Root, entry, and up to three elements below it. */
const DEEPEST_FIELD = 5;
const FEED_ROOTS = new Set(['rss', 'feed', 'rdf']);
/** Longer than any field that is kept: what is beyond only costs memory. */
const MAX_FIELD_CHARS = 10_000;

const localName = (name: string) => name.slice(name.indexOf(':') + 1);
const prefixOf = (name: string) => name.slice(0, name.indexOf(':') + 1);

interface OpenEntry {
  readonly name: string;
  readonly fields: { [F in EntryField]?: string };
  hasNews: boolean;
  /** Text that stands in the entry itself: some sites leave `<loc>` out. */
  loose: string;
}

/** Follows the few elements that matter by where they stand, whatever namespaces are declared. */
class Reader implements TokenHandler {
  kind: SitemapDocument['kind'] | undefined;
  cutOff = false;
  private readonly stack: string[] = [];
  private entry: OpenEntry | undefined;
  private field: EntryField | undefined;
  private fieldDepth = 0;
  private buffer = '';

  constructor(
    private readonly entries: Entries,
    private readonly maxDepth: number,
  ) {}

  open(name: string, _attributes: ReadonlyMap<string, string>, selfClosing: boolean): void {
    if (this.kind === undefined) this.kind = rootKind(localName(name));
    else if (this.startsEntry(name)) this.startEntry(name);
    this.stack.push(name);
    if (this.stack.length > this.maxDepth)
      throw new SitemapError('ERR_SITEMAP_TOO_DEEP', `More than ${this.maxDepth} elements nested.`);
    if (this.entry && this.stack.length > 2 && this.stack.length <= DEEPEST_FIELD)
      this.startField();
    if (selfClosing) this.close(name);
  }

  close(name: string): void {
    const at = this.stack.lastIndexOf(name);
    if (at < 0) return;
    if (this.field && at < this.fieldDepth) this.endField();
    if (at < 2 && this.entry) this.endEntry();
    this.stack.length = at;
  }

  text(text: string): void {
    if (!this.entry) return;
    if (this.field) {
      if (this.stack.length === this.fieldDepth && this.buffer.length < MAX_FIELD_CHARS)
        this.buffer += text.slice(0, MAX_FIELD_CHARS);
    } else if (this.stack.length === 2 && this.entry.loose.length < MAX_FIELD_CHARS)
      this.entry.loose += text.slice(0, MAX_FIELD_CHARS);
  }

  /** The document's end: an entry that was left open counts if its address is whole. */
  end(): void {
    this.cutOff = this.stack.length > 0;
    if (!this.entry) return;
    this.field = undefined;
    if (this.entry.fields.loc !== undefined) this.endEntry();
  }

  /** An entry stands in the root; one that stands in another entry shows that this was left open. */
  private startsEntry(name: string): boolean {
    const local = localName(name);
    if (local !== 'url' && local !== 'sitemap') return false;
    return this.entry ? prefixOf(name) === prefixOf(this.entry.name) : this.stack.length === 1;
  }

  private startEntry(name: string): void {
    if (this.entry) {
      this.endField();
      this.endEntry();
    }
    this.stack.length = 1;
    this.entry = { name, fields: {}, hasNews: false, loose: '' };
  }

  private endEntry(): void {
    const entry = this.entry;
    if (!entry) return;
    this.entry = undefined;
    const { fields, hasNews, loose } = entry;
    const raw: RawEntry = { ...fields, loc: fields.loc ?? loose, hasNews };
    if (localName(entry.name) === 'url') this.entries.addUrl(raw);
    else this.entries.addSitemap(raw);
  }

  private startField(): void {
    const path = this.pathOf();
    if (path === 'news' && this.entry) this.entry.hasNews = true;
    const field = FIELDS.get(path);
    if (!field || this.field) return;
    this.field = field;
    this.fieldDepth = this.stack.length;
    this.buffer = '';
  }

  /** The first of two elements of one name counts. */
  private endField(): void {
    if (this.field && this.entry) this.entry.fields[this.field] ??= this.buffer;
    this.field = undefined;
  }

  /**
   * The open elements below the entry. Prefixes go where they are the entry's own, or where they are
   * Google News'; the rest keep them, so that `image:loc` is never taken for `loc`.
   */
  private pathOf(): string {
    const own = prefixOf(this.entry?.name ?? '');
    const names = this.stack.slice(2);
    const inNews = localName(names[0] ?? '') === 'news';
    return names
      .map((name) =>
        inNews || prefixOf(name) === own || !name.includes(':') ? localName(name) : name,
      )
      .join('/');
  }
}

function rootKind(local: string): SitemapDocument['kind'] {
  const kind = ROOTS.get(local);
  if (kind) return kind;
  if (FEED_ROOTS.has(local))
    throw new SitemapError('ERR_SITEMAP_IS_FEED', 'This is a feed, not a sitemap.');
  throw new SitemapError('ERR_SITEMAP_UNRECOGNISED', `<${local.slice(0, 40)}> opens no sitemap.`);
}

/**
 * Reads `<urlset>` and `<sitemapindex>` in one pass, linear in the text. Elements are told by their
 * names and places; missing and wrong namespaces are common and do no harm.
 *
 * @throws SitemapError ERR_SITEMAP_UNRECOGNISED, ERR_SITEMAP_IS_FEED, ERR_SITEMAP_TOO_DEEP
 */
export function readXmlSitemap(
  text: string,
  entries: Entries,
  maxDepth: number,
): Pick<SitemapDocument, 'kind'> & { readonly cutOff: boolean } {
  const reader = new Reader(entries, maxDepth);
  readTokens(text, 'xml', reader);
  reader.end();
  const { kind, cutOff } = reader;
  if (!kind) throw new SitemapError('ERR_SITEMAP_UNRECOGNISED', 'This holds no element.');
  return { kind, cutOff };
}
