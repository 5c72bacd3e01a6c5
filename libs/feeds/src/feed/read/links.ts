import { resolveReference, safeReference } from '../reference.js';
import type { XmlElement } from '../xml/element.js';
import {
  attributesOf,
  keep,
  textIn,
  type Context,
  type Handler,
  type Handlers,
} from './context.js';
import { mediaType } from './text.js';

/** Attributes in which an address that older formats call `url` or `uri` is called `href`. */
export function withHref(attributes: Map<string, string>): Map<string, string> {
  const given = ['url', 'uri', 'href'].find((name) => attributes.get(name));
  if (given === undefined || given === 'href') return attributes;
  const renamed = [...attributes].filter(([name]) => name === given || !HREFS.has(name));
  return new Map(renamed.map(([name, value]) => [name === given ? 'href' : name, value]));
}
const HREFS = new Set(['url', 'uri', 'href']);

const resolved = (element: XmlElement, reference: string) =>
  reference === '' ? '' : resolveReference(element.base, reference);

const isPage = (type: string | undefined) =>
  ['text/html', 'application/xhtml+xml'].includes(mediaType(type ?? ''));

/** A link by attributes (Atom, namespaces) or by text (RSS). */
const link: Handler = (element, { section }) => {
  const attributes = withHref(attributesOf(element));
  if (!attributes.has('rel')) attributes.set('rel', 'alternate');
  const usual = attributes.get('rel') === 'self' ? 'application/atom+xml' : 'text/html';
  // What comes with an entry is no page, so no type is assumed.
  if (!attributes.has('type') && attributes.get('rel') !== 'enclosure')
    attributes.set('type', usual);
  section.links.push(attributes);
  const href = attributes.get('href');
  if (href !== undefined) {
    attributes.set('href', resolved(element, href));
    if (attributes.get('rel') === 'alternate' && isPage(attributes.get('type')))
      section.link = attributes.get('href') ?? null;
  } else {
    const written = resolved(element, textIn(element));
    section.link = written;
    if (written !== '') attributes.set('href', written);
  }
};

/** The address that CDF gives channels and items in an attribute. */
export function linkByAttribute(element: XmlElement, { section }: Context): void {
  const href = element.attributes.get('href');
  if (href === undefined) return;
  section.link = resolved(element, href);
  section.links.push(
    new Map([
      ['rel', 'alternate'],
      ['type', 'text/html'],
      ['href', section.link],
    ]),
  );
}

/** An identifier, which is an address too unless it denies it or something else gives the address. */
const id: Handler = (element, { section, depth }) => {
  const isPermalink = (element.attributes.get('ispermalink') ?? 'true') === 'true';
  const value = textIn(element);
  if (section.yields('id', depth)) section.id = { value, base: element.base, isPermalink };
  section.idIsLink ??= isPermalink && section.link === null;
};

const enclosure: Handler = (element, { section }) => {
  section.links.push(withHref(attributesOf(element)).set('rel', 'enclosure'));
};

const licence = (href: string | undefined) =>
  new Map([['rel', 'license'], ...(href ? [['href', href] as const] : [])]);

/** An address that is told as text. */
const address =
  (name: string): Handler =>
  (element, context) =>
    keep(context, name, resolved(element, textIn(element)));

const generator: Handler = (element, context) => {
  const attributes = withHref(attributesOf(element));
  const href = attributes.get('href');
  if (href !== undefined) attributes.set('href', resolved(element, href));
  const name = textIn(element);
  context.section.groups.set('generator_detail', attributes.set('name', name));
  keep(context, 'generator', name);
};

const resource = ({ attributes }: XmlElement) => attributes.get('rdf:resource') ?? '';

export const LINKS: Handlers = {
  link,
  guid: id,
  id,
  enclosure,
  comments: address('comments'),
  docs: address('docs'),
  icon: address('icon'),
  logo: address('logo'),
  wfw_comment: address('wfw_comment'),
  wfw_commentrss: address('wfw_commentrss'),
  newlocation: (element, context) =>
    keep(context, 'newlocation', safeReference(element.base, textIn(element))),
  cc_license: (element, { section }) => {
    section.links.push(licence(resource(element)));
  },
  creativecommons_license: (element, { section }) => {
    section.links.push(licence(textIn(element)));
  },
  generator,
  admin_generatoragent: (element, context) => {
    context.section.groups.set('generator_detail', new Map([['href', resource(element)]]));
    keep(context, 'generator', resource(element));
  },
  admin_errorreportsto: (element, context) => keep(context, 'errorreportsto', resource(element)),
};
