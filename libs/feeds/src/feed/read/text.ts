import { decodeHTMLStrict } from 'entities';
import { ALLOWED_ELEMENTS, VOID_ELEMENTS } from '../html/allowed.js';
import type { XmlElement } from '../xml/element.js';
import { isElement } from '../xml/element.js';
import { unmangled } from './mangled.js';
import type { TextConstruct } from './section.js';

const SHORT_TYPES: Readonly<Record<string, string>> = {
  text: 'text/plain',
  plain: 'text/plain',
  html: 'text/html',
  xhtml: 'application/xhtml+xml',
};

export const XHTML = 'application/xhtml+xml';

/** The media type that a `type` attribute means. */
export const mediaType = (type: string): string => {
  const lower = type.toLowerCase();
  return Object.hasOwn(SHORT_TYPES, lower) ? (SHORT_TYPES[lower] as string) : lower;
};

const NAMED_WITHIN = new Map([
  ['math', 'http://www.w3.org/1998/Math/MathML'],
  ['svg', 'http://www.w3.org/2000/svg'],
]);

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function openingTag({ local, uri, attributes }: XmlElement): string {
  const named = NAMED_WITHIN.get(local) === uri ? ` xmlns="${uri}"` : '';
  const written = [...attributes]
    .filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'))
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`);
  return `<${local}${named}${written.join('')}>`;
}

/** Writes the markup within a text construct. */
class Markup {
  private readonly out: string[] = [];
  /** Whether elements belong to the text: so declared, or seen although text was declared. */
  inline: boolean;
  constructor(inline: boolean) {
    this.inline = inline;
  }

  write(children: XmlElement['children']): string {
    for (const child of children) {
      if (isElement(child)) this.element(child);
      else this.out.push(this.inline ? escaped(child) : child);
    }
    return this.out.join('');
  }

  private element(element: XmlElement): void {
    // A lone `div` around escaped markup is a wrapper that some weblog tools leave there.
    const wrapper = !this.inline && element.local === 'div';
    if (!wrapper) {
      this.inline = true;
      this.out.push(openingTag(element));
    }
    this.write(element.children);
    if (this.inline && !VOID_ELEMENTS.has(element.local)) this.out.push(`</${element.local}>`);
  }
}

/** Atom 1.0 wraps XHTML into a `div` that is not part of the text. */
function unwrapped(children: XmlElement['children']): XmlElement['children'] {
  const told = children.filter((child) => isElement(child) || child.trim() !== '');
  const [only] = told;
  return told.length === 1 && only && isElement(only) && only.local === 'div'
    ? only.children
    : children;
}

const isXml = (type: string) => type.endsWith('xml');

/** A media type that is neither text nor XML is carried in base64, says Atom; 0.3 has a `mode` for it. */
const isBase64 = (mode: string | undefined, type: string) =>
  mode === 'base64' ||
  !(type.startsWith('text/') || type.endsWith('+xml') || type.endsWith('/xml'));

function decodedBase64(text: string): string | null {
  const data = text.replace(/[^A-Za-z0-9+/]/g, '');
  if (data.length % 4 === 1) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(data, 'base64'));
  } catch {
    return null;
  }
}

const isHtmlName = (name: string) => decodeHTMLStrict(`&${name};`) !== `&${name};`;

/** Characters of a text that are looked at to guess its type. */
const SNIFFED_CHARS = 20_000;

/**
 * Whether a text that should be plain is HTML after all: it has a closing tag or a reference, every tag
 * is an element that we allow, and every reference one that HTML could have.
 */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, SNIFFED_CHARS);
  if (!/<\/\w+>|&#?\w+;/.test(head)) return false;
  for (const [, name = ''] of head.matchAll(/<\/?(\w+)/g))
    if (!ALLOWED_ELEMENTS.has(name.toLowerCase())) return false;
  for (const [, name = ''] of head.matchAll(/&(\w+);/g)) if (!isHtmlName(name)) return false;
  return true;
}

/** What a feed's version means for its texts. */
export interface TextRules {
  readonly version: string;
}

/** Reads a text construct: its type, its markup or text, its base and language. */
export function textOf(
  element: XmlElement,
  defaultType: string,
  { version }: TextRules,
): TextConstruct {
  const { attributes, base, language } = element;
  let type = mediaType(attributes.get('type') ?? defaultType);
  const markup = new Markup(isXml(type));
  const wrapped = markup.inline && version === 'atom10';
  const written = markup.write(wrapped ? unwrapped(element.children) : element.children).trim();
  const base64 = isBase64(attributes.get('mode'), type);
  if (markup.inline && !isXml(type)) type = XHTML;
  const value = unmangled((base64 ? decodedBase64(written) : null) ?? written);
  if (!version.startsWith('atom') && type === 'text/plain' && looksLikeHtml(value))
    type = 'text/html';
  return {
    value,
    type,
    language: language?.replaceAll('_', '-') ?? null,
    base,
    src: attributes.get('src') || null,
  };
}
