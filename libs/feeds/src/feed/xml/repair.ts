import { FeedError } from '../model.js';
import { declaredEntities, References } from './references.js';

/** A document whose every element is closed, and whether it came so. */
export interface Repaired {
  readonly xml: string;
  readonly repaired: boolean;
  /** The document type as written, `''` when there is none. */
  readonly doctype: string;
}

const TAG_START = /[A-Za-z_:]/;

/** End of the construct that starts at `from`, or the text's end when it is never closed. */
function after(text: string, closer: string, from: number): number {
  const at = text.indexOf(closer, from);
  return at < 0 ? text.length : at + closer.length;
}

/** A doctype ends at the `>` outside its bracketed subset; entities declared within go with it. */
function afterDoctype(text: string, from: number): number {
  const close = after(text, '>', from);
  const subset = text.slice(from, close).indexOf('[');
  return subset < 0 ? close : after(text, '>', after(text, ']', from + subset));
}

/** Finds the ends of tags; what it scans in vain is bounded by a few times the text's length. */
class TagEnds {
  private readonly text: string;
  private patience: number;
  constructor(text: string) {
    this.text = text;
    this.patience = 4 * text.length;
  }

  /** The `>` that ends a tag, quoted attribute values skipped; -1 when another `<` comes first. */
  find(from: number): number {
    let quote = '';
    let afterEquals = false;
    for (let at = from; at < this.text.length; at++) {
      const c = this.text[at] as string;
      if (quote) {
        if (c === quote) quote = '';
      } else if (c === '>') return at;
      else if (c === '<') return this.inVain(at - from);
      else if ((c === '"' || c === "'") && afterEquals && this.patience > 0) quote = c;
      afterEquals = c === '=' || (afterEquals && c.trim() === '');
    }
    return this.inVain(this.text.length - from);
  }

  private inVain(scanned: number): -1 {
    this.patience -= scanned;
    return -1;
  }
}

/** Writes tags so that they nest: closes what was left open, leaves out what closes nothing. */
class Balancer {
  readonly out: string[] = [];
  repaired = false;
  doctype = '';
  references = new References(new Map());
  private readonly open: string[] = [];
  private readonly maxDepth: number;
  constructor(maxDepth: number) {
    this.maxDepth = maxDepth;
  }

  opening(name: string, tag: string): void {
    this.out.push(this.references.mend(tag));
    if (tag.endsWith('/>')) return;
    this.open.push(name);
    if (this.open.length > this.maxDepth)
      throw new FeedError('ERR_FEED_TOO_DEEP', `More than ${this.maxDepth} elements are nested.`);
  }

  text(text: string): void {
    this.out.push(this.references.mend(text));
  }

  /** Its entities hold from here on, as long as no element has been opened. */
  declaration(doctype: string): void {
    if (this.doctype !== '' || this.open.length > 0) return;
    this.doctype = doctype;
    this.references = new References(declaredEntities(doctype));
  }

  closing(name: string): void {
    const at = this.open.lastIndexOf(name);
    if (at < 0 || at < this.open.length - 1) this.repaired = true;
    if (at >= 0) this.closeDownTo(at);
  }

  end(): void {
    if (this.open.length > 0) this.repaired = true;
    this.closeDownTo(0);
  }

  private closeDownTo(depth: number): void {
    while (this.open.length > depth) this.out.push(`</${this.open.pop()}>`);
  }
}

/** Control characters that XML 1.0 does not know. */
const FORBIDDEN = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Makes XML of what means to be XML, in one pass: text before the first tag, comments, doctypes and
 * forbidden characters go; references become ones that XML knows; a `<` that starts nothing is escaped; tags
 * that were left open, or cut off with the rest of the document, are closed.
 *
 * @throws FeedError ERR_FEED_TOO_DEEP
 */
export function repairXml(text: string, maxDepth: number): Repaired {
  const start = text.search(/<[?!A-Za-z]/);
  const lines = text.slice(Math.max(0, start)).replace(/\r\n?/g, '\n');
  const source = lines.replace(FORBIDDEN, '');
  const balancer = new Balancer(maxDepth);
  balancer.repaired = start > 0 || source.length !== lines.length;
  const ends = new TagEnds(source);
  let at = 0;
  while (at < source.length) {
    const tag = source.indexOf('<', at);
    balancer.text(source.slice(at, tag < 0 ? source.length : tag));
    if (tag < 0) break;
    at = step(source, tag, balancer, ends);
  }
  balancer.end();
  const repaired = balancer.repaired || balancer.references.mended;
  return { xml: balancer.out.join(''), repaired, doctype: balancer.doctype };
}

/** Takes one construct that starts with `<`; returns where the next text begins. */
function step(source: string, tag: number, balancer: Balancer, ends: TagEnds): number {
  if (source.startsWith('<!--', tag)) return after(source, '-->', tag + 4);
  if (source.startsWith('<![CDATA[', tag)) {
    const end = after(source, ']]>', tag);
    const closed = source.startsWith(']]>', end - 3);
    if (!closed) balancer.repaired = true;
    balancer.out.push(source.slice(tag, end) + (closed ? '' : ']]>'));
    return end;
  }
  if (source.startsWith('<!', tag)) {
    const end = afterDoctype(source, tag);
    if (/^<!doctype/i.test(source.slice(tag, tag + 9)))
      balancer.declaration(source.slice(tag, end));
    return end;
  }
  if (source.startsWith('<?', tag)) return after(source, '?>', tag);
  const closing = source[tag + 1] === '/';
  const nameAt = tag + (closing ? 2 : 1);
  const end = TAG_START.test(source[nameAt] ?? '') ? ends.find(nameAt) : -1;
  if (end < 0) {
    balancer.repaired = true;
    balancer.out.push('&lt;');
    return tag + 1;
  }
  const name = /^[^\s/>]+/.exec(source.slice(nameAt, Math.min(end, nameAt + 256)))?.[0] ?? '';
  if (closing) balancer.closing(name);
  else balancer.opening(name, source.slice(tag, end + 1));
  return end + 1;
}
