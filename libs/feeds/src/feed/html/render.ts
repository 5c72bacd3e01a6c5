import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { createRequire } from 'node:module';
import type sanitizeHtml from 'sanitize-html';
import type { Attributes, IOptions, Tag } from 'sanitize-html';
import { INERT_SCHEMES, isInert, safeReference } from '../reference.js';
import type { TextConstruct } from '../read/section.js';
import {
  ALLOWED_ATTRIBUTES,
  ALLOWED_ELEMENTS,
  MATHML_ATTRIBUTES,
  MATHML_ELEMENTS,
  SVG_ATTRIBUTES,
  SVG_ELEMENTS,
  VOID_ELEMENTS,
} from './allowed.js';
import { safeStyle } from './style.js';

/** Attributes that hold an address. */
const ADDRESSES = new Set(
  `action background cite classid codebase data dynsrc href icon longdesc lowsrc poster profile src
  template urn usemap vrml xlink:href xml:base`.split(/\s+/),
);

const MATHML = 'http://www.w3.org/1998/Math/MathML';
const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';

/** SVG distinguishes upper and lower case, HTML parsers do not. */
const spelling = (names: ReadonlySet<string>) =>
  new Map([...names].map((name) => [name.toLowerCase(), name]));
const SVG_ELEMENT = spelling(SVG_ELEMENTS);
const SVG_ATTRIBUTE = spelling(SVG_ATTRIBUTES);

/** Elements that are left out with all they hold. */
const TEXT_GOES_TOO = ['script', 'style', 'applet'];

type Vocabulary = 'html' | 'mathml' | 'svg';

/** What of a tag's attributes is kept, in order of their names, its addresses made absolute. */
function keptAttributes(given: Attributes, vocabulary: Vocabulary, base: string): Attributes {
  const kept: [string, string][] = [];
  for (const [name, value] of Object.entries(given)) {
    const spelled = vocabulary === 'svg' ? SVG_ATTRIBUTE.get(name) : name;
    if (spelled === undefined || !ATTRIBUTES[vocabulary].has(spelled)) continue;
    if (name === 'style') {
      const style = safeStyle(decodeHTMLAttribute(value), vocabulary === 'svg');
      if (style !== '') kept.push([name, style]);
    } else if (ADDRESSES.has(name)) {
      const address = safeAddress(value, base);
      if (address !== '' || value === '' || name === 'href') kept.push([name, address]);
    } else kept.push([spelled, name === 'rel' || name === 'type' ? value.toLowerCase() : value]);
  }
  kept.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kept);
}

const ATTRIBUTES: Readonly<Record<Vocabulary, ReadonlySet<string>>> = {
  html: new Set([...ALLOWED_ATTRIBUTES, 'style']),
  mathml: MATHML_ATTRIBUTES,
  svg: new Set([...SVG_ATTRIBUTES, 'style']),
};

/** References in an attribute stay as written, so its check reads them as a browser would. */
function safeAddress(value: string, base: string): string {
  const decoded = decodeHTMLAttribute(value);
  if (!isInert(decoded)) return '';
  const resolved = safeReference(base, decoded);
  return resolved === decoded.trim() ? value.trim() : resolved.replaceAll('&', '&amp;');
}

/** One run over one text; knows whether it stands within MathML or SVG. */
class Pass {
  private readonly base: string;
  private foreign: Vocabulary = 'html';
  constructor(base: string) {
    this.base = base;
  }

  /** The tag as it is kept; a name that is not allowed has it dropped. */
  transform(tagName: string, given: Attributes): Tag {
    if (tagName === 'svg' || tagName === 'math') {
      this.foreign = tagName === 'svg' ? 'svg' : 'mathml';
      given['xmlns'] = tagName === 'svg' ? SVG : MATHML;
    } else if (this.foreign !== 'html' && this.isHtml(tagName)) this.foreign = 'html';
    if (this.foreign !== 'html' && Object.keys(given).some((name) => name.startsWith('xlink:')))
      given['xmlns:xlink'] = XLINK;
    // The library closes what it drops by the name that it is given here: only allowed ones may change.
    const spelled = this.foreign === 'svg' ? (SVG_ELEMENT.get(tagName) ?? tagName) : tagName;
    return { tagName: spelled, attribs: keptAttributes(given, this.foreign, this.base) };
  }

  closed(tagName: string): void {
    if (tagName === 'svg' || tagName === 'math') this.foreign = 'html';
  }

  private isHtml(tagName: string): boolean {
    const known = this.foreign === 'svg' ? SVG_ELEMENT.has(tagName) : MATHML_ELEMENTS.has(tagName);
    return !known && ALLOWED_ELEMENTS.has(tagName);
  }
}

const EMPTY = Object.values(ATTRIBUTES).flatMap((names) => [...names]);
const ALLOWED_TAGS = [...ALLOWED_ELEMENTS, ...MATHML_ELEMENTS, ...SVG_ELEMENTS];
/** What starts like a declaration and is neither comment nor doctype is text, or would swallow some. */
const NO_DECLARATION = /<!(?!--)(?!doctype[^>]{0,500}>)/gi;

const require = createRequire(import.meta.url);
let loaded: typeof sanitizeHtml | null = null;

/**
 * The library, which requires an ES module that we import too: loaded when that one has been, or a
 * loader that links both at once calls it a cycle.
 */
const sanitizer = () => (loaded ??= require('sanitize-html') as typeof sanitizeHtml);

const WINDOWS = new TextDecoder('windows-1252');

/** Habits of feeds' HTML that a parser of pages reads otherwise than was meant. */
function mended(html: string): string {
  return (
    html
      .replace(NO_DECLARATION, '&lt;!')
      // XHTML carried as text: `<p/>` is empty there, and opens a paragraph in HTML.
      .replace(/<([a-z][a-z0-9]{0,20})\s{0,20}\/>/gi, (tag, name: string) =>
        VOID_ELEMENTS.has(name.toLowerCase()) ? tag : `<${name}></${name}>`,
      )
      // Characters of windows-1252 by their bytes' numbers.
      .replace(/&#(1[2-5]\d);/g, (reference, byte: string) => {
        const number = Number(byte);
        const c = WINDOWS.decode(Uint8Array.of(number)).codePointAt(0) ?? number;
        return number < 128 || c === number ? reference : `&#x${c.toString(16)};`;
      })
  );
}

/** The library's types lag behind its options. */
type Options = IOptions & { readonly allowedEmptyAttributes: string[] };

/** Nested deeper, elements are left out, their text stays. */
const MAX_NESTING = 128;

/**
 * HTML that can be shown inertly: elements and attributes of an allow-list only, addresses absolute and
 * of schemes that run nothing, no scripts, handlers, frames, forms' targets or positioned styles.
 * References stay as written.
 */
export function safeHtml(html: string, base: string): string {
  if (!/[<>&]/.test(html)) return html.trim().replaceAll('\r\n', '\n');
  const pass = new Pass(base);
  const options: Options = {
    allowedTags: ALLOWED_TAGS,
    allowedAttributes: false,
    allowedSchemes: [...INERT_SCHEMES],
    allowedSchemesAppliedToAttributes: [...ADDRESSES],
    allowedEmptyAttributes: EMPTY,
    nonBooleanAttributes: [],
    disallowedTagsMode: 'discard',
    nonTextTags: TEXT_GOES_TOO,
    selfClosing: [...VOID_ELEMENTS],
    nestingLimit: MAX_NESTING,
    parseStyleAttributes: false,
    enforceHtmlBoundary: false,
    parser: { decodeEntities: false },
    transformTags: { '*': (tagName, attributes) => pass.transform(tagName, attributes) },
    onCloseTag: (tagName) => pass.closed(tagName),
  };
  return sanitizer()(mended(html), options).trim().replaceAll('\r\n', '\n');
}

export const isHtml = (type: string): boolean =>
  type === 'text/html' || type === 'application/xhtml+xml';

/** A text construct as a reader would show it: HTML made inert, anything else as it is. */
export const renderText = ({ value, type, base }: TextConstruct): string =>
  isHtml(type) ? safeHtml(value, base) : value;

/** HTML without its markup, references read. */
export const textOfHtml = (html: string): string =>
  decodeHTML(html.replace(/<(?:\/?[A-Za-z!][^<>]*)>/g, ' '));
