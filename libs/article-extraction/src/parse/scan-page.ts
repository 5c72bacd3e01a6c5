import { Parser } from 'htmlparser2';
import type { Rejection } from '../article-extractor.port.js';
import { rejected } from '../article-extractor.port.js';

/** Real articles stay under 100 levels; DOM libraries need time in the square of the depth. */
export const MAX_DEPTH = 400;
/** Elements, attributes and escaped characters together; real articles stay under a tenth of it. */
export const MAX_NODES = 150_000;

/** The page without what can't be its article, and its structured data apart. */
export interface ScannedPage {
  readonly kind: 'page';
  readonly html: string;
  /** The contents of `application/ld+json` scripts, as written. */
  readonly structuredData: readonly string[];
}

const DROPPED = new Set([
  'script',
  'style',
  'svg',
  'noscript',
  'template',
  'iframe',
  'object',
  'canvas',
]);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const KEPT_ATTRIBUTES = new Set(
  (
    'id class href src srcset data-src content name property itemprop itemtype itemscope datetime rel alt ' +
    'lang dir role style hidden aria-hidden aria-label aria-modal pubdate title type http-equiv data-testid'
  ).split(' '),
);

/**
 * One pass over the page, linear in its length: refuses hostile nesting and node counts before any
 * tree is built, drops what carries no text, keeps the attributes that are evidence.
 */
export function scanPage(source: string): ScannedPage | Rejection {
  const scanner = new Scanner();
  // Chunks let a refusal stop the work early; the parser itself has no way to be aborted.
  const parser = new Parser(scanner, { decodeEntities: true, lowerCaseTags: true });
  const step = 65_536;
  for (let at = 0; at < source.length && scanner.refusal === undefined; at += step) {
    parser.write(source.slice(at, at + step));
  }
  if (scanner.refusal !== undefined) return scanner.refusal;
  parser.end();
  return scanner.refusal ?? scanner.result();
}

class Scanner {
  refusal: Rejection | undefined;
  private readonly out: string[] = [];
  private readonly structuredData: string[] = [];
  private depth = 0;
  private nodes = 0;
  /** Name and depth of the dropped element we are in. */
  private dropped: { readonly name: string; nested: number } | undefined;
  private json: string[] | undefined;

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.refusal !== undefined) return;
    if (this.dropped !== undefined) {
      if (name === this.dropped.name) this.dropped.nested++;
      return;
    }
    if (DROPPED.has(name)) {
      this.dropped = { name, nested: 0 };
      if (name === 'script' && /ld\+json/i.test(attributes['type'] ?? '')) this.json = [];
      return;
    }
    this.count(1);
    this.out.push(`<${name}${this.attributes(attributes)}>`);
    if (VOID.has(name)) return;
    this.depth++;
    if (this.depth > MAX_DEPTH) {
      this.refusal = rejected(
        'ERR_ARTICLE_TOO_DEEP',
        `More than ${MAX_DEPTH} elements are nested.`,
      );
    }
  }

  ontext(text: string): void {
    if (this.refusal !== undefined) return;
    if (this.dropped !== undefined) {
      this.json?.push(text);
      return;
    }
    this.out.push(text.replace(/[&<>]/g, (char) => this.escape(char)));
  }

  onclosetag(name: string): void {
    if (this.refusal !== undefined) return;
    if (this.dropped !== undefined) {
      if (name === this.dropped.name && this.dropped.nested-- === 0) this.leaveDropped();
      return;
    }
    if (VOID.has(name)) return;
    this.depth--;
    this.out.push(`</${name}>`);
  }

  result(): ScannedPage {
    return { kind: 'page', html: this.out.join(''), structuredData: this.structuredData };
  }

  private leaveDropped(): void {
    if (this.json !== undefined) this.structuredData.push(this.json.join(''));
    this.json = undefined;
    this.dropped = undefined;
  }

  private attributes(attributes: Record<string, string>): string {
    let out = '';
    for (const [name, value] of Object.entries(attributes)) {
      if (!KEPT_ATTRIBUTES.has(name)) continue;
      // Inline images as data would be carried through every later step for nothing.
      if (value.startsWith('data:')) continue;
      out += ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
      this.count(1);
    }
    return out;
  }

  private escape(char: string): string {
    this.count(1);
    return char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;';
  }

  private count(nodes: number): void {
    this.nodes += nodes;
    if (this.nodes > MAX_NODES) {
      this.refusal ??= rejected('ERR_ARTICLE_TOO_COMPLEX', `More than ${MAX_NODES} nodes.`);
    }
  }
}
