import { Tokenizer } from 'htmlparser2';

/** Told what a document is made of, in its order; throwing ends the reading. */
export interface TokenHandler {
  /** @param name in lower case, prefix included */
  open(name: string, attributes: ReadonlyMap<string, string>, selfClosing: boolean): void;
  close(name: string): void;
  text(text: string): void;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Entities that a document declares are not known: the five of XML, or HTML's, and numbers. */
class Reader {
  private name = '';
  /** None is made for the many tags without any. */
  private attributes: Map<string, string> | undefined;
  private attribute = '';
  private value = '';

  constructor(
    private readonly source: string,
    private readonly handler: TokenHandler,
  ) {}

  onopentagname(start: number, end: number): void {
    this.name = this.source.slice(start, end).toLowerCase();
    this.attributes = undefined;
  }
  onattribname(start: number, end: number): void {
    this.attribute = this.source.slice(start, end).toLowerCase();
    this.value = '';
  }
  onattribdata(start: number, end: number): void {
    this.value += this.source.slice(start, end);
  }
  onattribentity(codepoint: number): void {
    this.value += String.fromCodePoint(codepoint);
  }
  onattribend(): void {
    // Of two attributes of one name the first counts, as in browsers.
    this.attributes ??= new Map();
    if (!this.attributes.has(this.attribute)) this.attributes.set(this.attribute, this.value);
  }
  onopentagend(): void {
    this.opened(false);
  }
  onselfclosingtag(): void {
    this.opened(true);
  }
  onclosetag(start: number, end: number): void {
    this.handler.close(this.source.slice(start, end).toLowerCase());
  }
  ontext(start: number, end: number): void {
    this.handler.text(this.source.slice(start, end));
  }
  ontextentity(codepoint: number): void {
    this.handler.text(String.fromCodePoint(codepoint));
  }
  oncdata(start: number, end: number, endOffset: number): void {
    this.handler.text(this.source.slice(start, end - endOffset));
  }
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private opened(selfClosing: boolean): void {
    this.handler.open(this.name, this.attributes ?? NONE, selfClosing);
  }
}

/**
 * Reads markup of any quality as a flat run of tokens. Only htmlparser2's tokenizer is used, not its
 * parser: that one keeps open elements at the head of an array, and so takes quadratic time on a
 * document that only opens them.
 *
 * @param kind in `html`, scripts, styles and titles hold text alone
 */
export function readTokens(source: string, kind: 'xml' | 'html', handler: TokenHandler): void {
  const tokenizer = new Tokenizer({ xmlMode: kind === 'xml' }, new Reader(source, handler));
  tokenizer.write(source);
  tokenizer.end();
}
