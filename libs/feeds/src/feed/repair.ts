import { FeedError } from './model.js';

/** A document whose every element is closed, and whether it came so. */
export interface Repaired {
  readonly xml: string;
  readonly repaired: boolean;
}

const TAG_START = /[A-Za-z_:]/;

/** End of the construct that starts at `from`, or the text's end when it is never closed. */
function after(text: string, closer: string, from: number): number {
  const at = text.indexOf(closer, from);
  return at < 0 ? text.length : at + closer.length;
}

/** A doctype ends at the `>` outside its bracketed subset; entities declared within go with it. */
function afterDoctype(text: string, from: number): number {
  const close = text.indexOf('>', from);
  const subset = text.indexOf('[', from);
  if (subset < 0 || (close >= 0 && close < subset)) return after(text, '>', from);
  return after(text, '>', after(text, ']', subset));
}

/** The `>` that ends a tag, quoted attribute values skipped; -1 when another `<` comes first. */
function tagEnd(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const c = text[at];
    if (quote) {
      if (c === quote) quote = '';
    } else if (c === '>') return at;
    else if (c === '<') return -1;
    else if ((c === '"' || c === "'") && text[at - 1] === '=') quote = c;
  }
  return -1;
}

/** Writes tags so that they nest: closes what was left open, leaves out what closes nothing. */
class Balancer {
  readonly out: string[] = [];
  repaired = false;
  private readonly open: string[] = [];
  private readonly maxDepth: number;
  constructor(maxDepth: number) {
    this.maxDepth = maxDepth;
  }

  opening(name: string, tag: string): void {
    this.out.push(tag);
    if (tag.endsWith('/>')) return;
    this.open.push(name);
    if (this.open.length > this.maxDepth)
      throw new FeedError('ERR_FEED_TOO_DEEP', `More than ${this.maxDepth} elements are nested.`);
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
 * Makes XML of what means to be XML, in one pass: text before the first tag, comments, doctypes (with
 * every entity they declare) and forbidden characters go; a `<` that starts nothing is escaped; tags
 * that were left open, or cut off with the rest of the document, are closed.
 *
 * @throws FeedError ERR_FEED_TOO_DEEP
 */
export function repairXml(text: string, maxDepth: number): Repaired {
  const start = text.search(/<[?!A-Za-z]/);
  const source = text.slice(Math.max(0, start)).replace(FORBIDDEN, '');
  const balancer = new Balancer(maxDepth);
  balancer.repaired = source.length !== text.length;
  let at = 0;
  while (at < source.length) {
    const tag = source.indexOf('<', at);
    balancer.out.push(source.slice(at, tag < 0 ? source.length : tag));
    if (tag < 0) break;
    at = step(source, tag, balancer);
  }
  balancer.end();
  return { xml: balancer.out.join(''), repaired: balancer.repaired };
}

/** Takes one construct that starts with `<`; returns where the next text begins. */
function step(source: string, tag: number, balancer: Balancer): number {
  if (source.startsWith('<!--', tag)) return after(source, '-->', tag + 4);
  if (source.startsWith('<![CDATA[', tag)) {
    const end = after(source, ']]>', tag);
    const closed = source.startsWith(']]>', end - 3);
    if (!closed) balancer.repaired = true;
    balancer.out.push(source.slice(tag, end) + (closed ? '' : ']]>'));
    return end;
  }
  if (source.startsWith('<!', tag)) return afterDoctype(source, tag);
  if (source.startsWith('<?', tag)) return after(source, '?>', tag);
  const closing = source[tag + 1] === '/';
  const nameAt = tag + (closing ? 2 : 1);
  const end = TAG_START.test(source[nameAt] ?? '') ? tagEnd(source, nameAt) : -1;
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
