import { decodeHTML, decodeHTMLAttribute } from 'entities';
import type { Rejection } from '../article-extractor.port.js';
import { rejected } from '../article-extractor.port.js';
import {
  CLOSES_PARAGRAPH,
  DROPPED,
  IMPLIED_ENDS,
  IN_HEAD,
  KEPT_ATTRIBUTES,
  PARTS_OF_TABLE,
  RAW_TEXT,
  SCOPE,
  SPECIAL,
  VOID,
} from './content-model.js';
import type { Page } from './page-element.js';
import { nameWords, PageElement } from './page-element.js';

/** Real articles stay under 100 levels; browsers stop nesting at 512. */
export const MAX_DEPTH = 400;
/** Elements, texts and stray end tags together; real articles stay under a tenth of it. */
export const MAX_NODES = 150_000;

const PARAGRAPH: ReadonlySet<string> = new Set(['p']);

/**
 * Told a page's tokens, builds its tree: what the HTML standard says of omitted end tags and of end tags
 * that nothing is open for, without its reconstruction of misnested formatting. Every step costs at most
 * the depth, which is bounded.
 */
export class TreeBuilder {
  refusal: Rejection | undefined;
  private readonly elements: PageElement[] = [];
  private readonly stack: PageElement[] = [];
  /** How many elements of a name are open. */
  private readonly open = new Map<string, number>();
  /** Links whose end tag came while a block was open in them: they end with that block. */
  private readonly overdue = new Set<PageElement>();
  private readonly structuredData: string[] = [];
  /** Names by class names: a page repeats few lists of them many times. */
  private readonly names = new Map<string, string>();
  private nodes = 0;
  private text = '';

  private name = '';
  private attributes: Map<string, string> | undefined;
  private attribute = '';
  private keepsAttribute = false;
  private value = '';
  /** The dropped element that we are in, and how many of its name are open in it. */
  private dropped = '';
  private nested = 0;
  private json: string | undefined;

  constructor(
    private readonly source: string,
    private readonly stop: () => void,
  ) {
    this.push('html');
  }

  onopentagname(start: number, end: number): void {
    this.name = this.source.slice(start, end).toLowerCase();
    this.attributes = undefined;
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.source.slice(start, end).toLowerCase();
    // Of two attributes of one name the first counts, as in browsers.
    this.keepsAttribute =
      KEPT_ATTRIBUTES.has(this.attribute) && this.attributes?.has(this.attribute) !== true;
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.keepsAttribute) this.value += decodeHTMLAttribute(this.source.slice(start, end));
  }

  onattribend(): void {
    // Images as data would be carried through every later step for nothing.
    if (this.keepsAttribute && !this.value.startsWith('data:'))
      (this.attributes ??= new Map()).set(this.attribute, this.value);
  }

  onopentagend(): void {
    this.start(false);
  }

  onselfclosingtag(): void {
    this.start(true);
  }

  onclosetag(start: number, end: number): void {
    const name = this.source.slice(start, end).toLowerCase();
    if (this.dropped !== '') return this.endDropped(name);
    this.close(name);
  }

  ontext(start: number, end: number): void {
    if (this.dropped !== '') {
      if (this.json !== undefined) this.json += this.source.slice(start, end);
      return;
    }
    const text = this.source.slice(start, end);
    this.text += RAW_TEXT.has(this.top.name) ? text : decodeHTML(text);
  }

  // The tokenizer is told to leave entities alone: it then looks for the end of a text or a value, not at each character.
  onattribentity(): void {}
  ontextentity(): void {}

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  /** The tree of what has been read. */
  page(): Page {
    this.flush();
    while (this.stack.length > 0) this.pop();
    const [root] = this.elements;
    return {
      root: root as PageElement,
      elements: this.elements,
      structuredData: this.structuredData,
    };
  }

  private get top(): PageElement {
    return this.stack[this.stack.length - 1] as PageElement;
  }

  private start(selfClosing: boolean): void {
    const { name } = this;
    if (this.dropped !== '') {
      if (name === this.dropped && !selfClosing) this.nested++;
      return;
    }
    if (DROPPED.has(name)) {
      if (selfClosing && name === 'svg') return;
      this.dropped = name;
      this.nested = 0;
      if (name === 'script' && /ld\+json/i.test(this.attributes?.get('type') ?? '')) this.json = '';
      return;
    }
    this.flush();
    if (name === 'html' || name === 'body') return this.merge(name);
    if (this.top.name === 'head' && !IN_HEAD.has(name)) this.pop();
    this.endImplied(name);
    this.push(name);
    if (VOID.has(name)) this.pop();
  }

  /** A second `html` or `body` adds its attributes to the first (HTML standard, "in body"). */
  private merge(name: string): void {
    if (name === 'body' && (this.open.get('body') ?? 0) === 0) {
      if (this.top.name === 'head') this.pop();
      return this.push(name);
    }
    const first = this.stack.find((element) => element.name === name);
    if (first === undefined || this.attributes === undefined) return;
    const known = first.attributes as Map<string, string>;
    for (const [key, value] of this.attributes) if (!known.has(key)) known.set(key, value);
  }

  private endImplied(name: string): void {
    if (CLOSES_PARAGRAPH.has(name) && this.isOpen('p')) this.closeWithin(PARAGRAPH, SCOPE);
    const implied = IMPLIED_ENDS.get(name);
    if (implied !== undefined) return this.closeWithin(implied.ends, implied.within);
    // A link never stands in a link.
    if (name === 'a' && this.isOpen('a')) this.close('a');
  }

  /** Closes the innermost open element of `names`, with all in it, unless one of `within` comes first. */
  private closeWithin(names: ReadonlySet<string>, within: ReadonlySet<string>): void {
    for (let at = this.stack.length - 1; at > 0; at--) {
      const { name } = this.stack[at] as PageElement;
      if (names.has(name)) return this.popTo(at);
      if (within.has(name)) return;
    }
  }

  private close(name: string): void {
    if (name === 'br') {
      this.attributes = undefined;
      this.flush();
      this.push('br');
      return this.pop();
    }
    // What follows the end of the body still belongs to it.
    if (name === 'body' || name === 'html') return;
    if (!this.isOpen(name)) return this.count();
    this.flush();
    const special = SPECIAL.has(name);
    const barriers = special ? SCOPE : SPECIAL;
    for (let at = this.stack.length - 1; at > 0; at--) {
      const element = this.stack[at] as PageElement;
      if (element.name === name) return this.popTo(at);
      if (!barriers.has(element.name) || name === 'table') continue;
      if (special && PARTS_OF_TABLE.has(name) && element.name !== 'table') continue;
      if (!special) this.markOverdue(name);
      return this.count();
    }
  }

  private markOverdue(name: string): void {
    const element = this.stack.findLast((each) => each.name === name);
    if (element !== undefined) this.overdue.add(element);
  }

  private isOpen(name: string): boolean {
    return (this.open.get(name) ?? 0) > 0;
  }

  private push(name: string): void {
    const parent = this.stack.length === 0 ? null : this.top;
    const depth = this.stack.length;
    const attributes = this.attributes ?? (depth === 0 || name === 'body' ? new Map() : undefined);
    const element = new PageElement(
      name,
      parent,
      this.elements.length,
      depth,
      attributes,
      this.namesOf(attributes),
    );
    parent?.children.push(element);
    this.elements.push(element);
    this.stack.push(element);
    this.open.set(name, (this.open.get(name) ?? 0) + 1);
    this.count();
    if (depth > MAX_DEPTH)
      this.refuse(rejected('ERR_ARTICLE_TOO_DEEP', `More than ${MAX_DEPTH} elements are nested.`));
  }

  private namesOf(attributes: ReadonlyMap<string, string> | undefined): string {
    if (attributes === undefined || attributes.size === 0) return '';
    const classes = attributes.get('class') ?? '';
    const id = attributes.get('id');
    if (id !== undefined) return nameWords(classes, id);
    let names = this.names.get(classes);
    if (names === undefined) this.names.set(classes, (names = nameWords(classes)));
    return names;
  }

  private popTo(at: number): void {
    while (this.stack.length > at) this.pop();
    while (this.overdue.size > 0 && this.overdue.delete(this.top)) this.pop();
  }

  private pop(): void {
    const element = this.stack.pop();
    if (element === undefined) return;
    element.end = this.elements.length;
    this.open.set(element.name, (this.open.get(element.name) ?? 1) - 1);
  }

  private flush(): void {
    if (this.text === '') return;
    this.top.children.push(this.text);
    this.text = '';
    this.count();
  }

  private endDropped(name: string): void {
    if (name !== this.dropped || this.nested-- > 0) return;
    if (this.json !== undefined) this.structuredData.push(this.json);
    this.json = undefined;
    this.dropped = '';
  }

  private count(): void {
    if (++this.nodes > MAX_NODES)
      this.refuse(rejected('ERR_ARTICLE_TOO_COMPLEX', `More than ${MAX_NODES} nodes.`));
  }

  private refuse(rejection: Rejection): void {
    this.refusal ??= rejection;
    this.stop();
  }
}
