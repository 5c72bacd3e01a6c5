import { Parser } from 'htmlparser2';
import { FeedError } from '../model.js';
import { resolveReference, isInert } from '../reference.js';
import type { XmlElement } from './element.js';
import { knownPrefix } from './namespaces.js';

/** What holds for a document as a whole. */
export interface Surroundings {
  /** Where it came from, `''` when unknown. */
  readonly base: string;
  /** Of the response's `Content-Language`. */
  readonly language: string | null;
}

/** Namespaces that an element declares, and those around it: linked, so that none is ever copied. */
class Namespaces {
  private readonly own: ReadonlyMap<string, string>;
  private readonly outer: Namespaces | null;
  constructor(own: ReadonlyMap<string, string>, outer: Namespaces | null) {
    this.own = own;
    this.outer = outer;
  }

  uriOf(prefix: string): string {
    return this.own.get(prefix) ?? this.outer?.uriOf(prefix) ?? '';
  }

  within(attributes: ReadonlyMap<string, string>): Namespaces {
    const declared = [...attributes].filter(([name]) => /^xmlns(?::|$)/.test(name));
    if (declared.length === 0) return this;
    return new Namespaces(new Map(declared.map(([name, uri]) => [name.slice(6), uri])), this);
  }
}

interface Scope {
  readonly namespaces: Namespaces;
  readonly element: XmlElement;
}

function split(qualified: string): [prefix: string, local: string] {
  const colon = qualified.indexOf(':');
  return colon < 0 ? ['', qualified] : [qualified.slice(0, colon), qualified.slice(colon + 1)];
}

/** Lower-cased names with known prefixes; `rel` and `type` compare without case. */
function normalised(
  attributes: ReadonlyMap<string, string>,
  namespaces: Namespaces,
): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const [qualified, value] of attributes) {
    const [prefix, local] = split(qualified);
    const known = prefix ? knownPrefix(namespaces.uriOf(prefix)) : undefined;
    const name = (known ? `${known}:${local}` : qualified).toLowerCase();
    out.set(name, name === 'rel' || name === 'type' ? value.toLowerCase() : value);
  }
  return out;
}

/** Longer ones are no address, and would grow from element to element. */
const MAX_BASE_CHARS = 2_048;

function baseWithin(base: string, attributes: ReadonlyMap<string, string>): string {
  const given = attributes.get('xml:base') ?? attributes.get('base');
  if (!given) return base;
  const resolved = resolveReference(base, given.trim());
  return isInert(resolved) && resolved.length <= MAX_BASE_CHARS ? resolved : base;
}

function languageWithin(language: string | null, attributes: ReadonlyMap<string, string>) {
  const given = attributes.get('xml:lang') ?? attributes.get('lang');
  return given === undefined ? language : given || null;
}

function element(
  qualified: string,
  raw: ReadonlyMap<string, string>,
  namespaces: Namespaces,
  parent: Pick<XmlElement, 'base' | 'language'>,
): XmlElement {
  const [given, written] = split(qualified);
  const uri = namespaces.uriOf(given);
  const prefix = (knownPrefix(uri) ?? given).toLowerCase();
  const local = written.toLowerCase();
  const attributes = normalised(raw, namespaces);
  return {
    name: prefix ? `${prefix}_${local}` : local,
    local,
    uri,
    attributes,
    children: [],
    base: baseWithin(parent.base, attributes),
    language: languageWithin(parent.language, attributes),
  };
}

/**
 * Reads balanced XML (see `repairXml`) into a tree with namespaces, bases and languages resolved.
 *
 * @returns the element that the document consists of; null when it holds none
 * @throws FeedError ERR_FEED_TOO_DEEP
 */
export function readTree(
  xml: string,
  { base, language }: Surroundings,
  maxDepth: number,
): XmlElement | null {
  const document = element('', new Map(), new Namespaces(new Map(), null), { base, language });
  const open: Scope[] = [{ namespaces: new Namespaces(new Map(), null), element: document }];
  const inner = () => open[open.length - 1] as Scope;
  let attributes = new Map<string, string>();
  const parser = new Parser(
    {
      onopentagname: () => {
        attributes = new Map();
      },
      onattribute: (name, value) => {
        if (!attributes.has(name)) attributes.set(name, value);
      },
      onopentag: (qualified) => {
        if (open.length > maxDepth)
          throw new FeedError('ERR_FEED_TOO_DEEP', `More than ${maxDepth} elements are nested.`);
        const { element: parent, namespaces: inherited } = inner();
        const namespaces = inherited.within(attributes);
        const child = element(qualified, attributes, namespaces, parent);
        parent.children.push(child);
        open.push({ namespaces, element: child });
      },
      onclosetag: () => {
        open.pop();
      },
      ontext: (text) => {
        const { children } = inner().element;
        const last = children[children.length - 1];
        if (typeof last === 'string') children[children.length - 1] = last + text;
        else children.push(text);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return document.children.find((child) => typeof child !== 'string') ?? null;
}
