import { resolveReference } from '../reference.js';
import type { XmlElement } from '../xml/element.js';
import { keep, textIn, type Context, type Handler, type Handlers } from './context.js';
import type { Person } from './section.js';
import { walk } from './walk.js';

const ADDRESS =
  /[\w.+-]{1,64}@(?:\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.|(?:[a-zA-Z0-9-]{1,63}\.){1,10})(?:[a-zA-Z]{1,24}|[0-9]{1,3})\]?(?:\?subject=\S{1,200})?/;
const MAX_PERSON_CHARS = 1_000;

/** A person told in one line: `Name (address)`, `address (Name)`, `Name <address>`, either alone. */
export function personOf(line: string): Person {
  const told = line.slice(0, MAX_PERSON_CHARS);
  const email = ADDRESS.exec(told)?.[0];
  if (email === undefined) return told === '' ? {} : { name: told };
  const rest = told
    .replace(email, '')
    .replace('()', '')
    .replace(/<>|&lt;&gt;/, '')
    .trim()
    .replace(/^\(/, '')
    .replace(/\)$/, '')
    .trim();
  return rest === '' ? { email } : { name: rest, email };
}

const isNobody = ({ name, email, href }: Person) => !name && !email && !href;

/** A person in one line; null for one with neither name nor address. */
export function lineOf({ name, email }: Person): string | null {
  if (name && email) return `${name} (${email})`;
  return name || email || null;
}

const author: Handler = (element, context) => {
  const { section } = context;
  const person: Person = {};
  section.authors.push(person);
  walk(element, { ...context, person: { role: 'author', of: person } });
  const line = textIn(element);
  if (isNobody(person) && line !== '') {
    Object.assign(person, personOf(line));
    section.author = line;
    if (!isNobody(person)) section.authorDetail ??= person;
  }
};

const contributor: Handler = (element, context) => {
  const person: Person = {};
  context.section.contributors.push(person);
  walk(element, { ...context, person: { role: 'contributor', of: person } });
};

/** Dublin Core's contributor is a name alone. */
const namedContributor: Handler = (element, { section }) => {
  const told = textIn(element);
  section.contributors.push(told === '' ? {} : { name: told });
};

const publisher: Handler = (element, { section }) => {
  const line = textIn(element);
  if (line === '') return;
  section.publisher = line;
  section.publisherDetail ??= personOf(line);
};

/** A podcast's owner, told in elements. */
const owner: Handler = (element, context) => {
  const person: Person = {};
  walk(element, { ...context, person: { role: 'publisher', of: person } });
  if (!isNobody(person)) context.section.publisherDetail = person;
};

function tell(context: Context, part: keyof Person, value: string): void {
  const { person, section } = context;
  if (!person) return;
  person.of[part] = value;
  if (person.role !== 'author') return;
  section.authorDetail = { ...section.authorDetail, [part]: value };
  section.author = lineOf(person.of) ?? section.author;
}

const name: Handler = (element, context) => {
  tell(context, 'name', textIn(element));
  if (context.section.kind === 'textinput') context.section.values.set('name', textIn(element));
};

const address = (element: XmlElement) => {
  const text = textIn(element);
  return text === '' ? '' : resolveReference(element.base, text);
};

const href: Handler = (element, context) => {
  const resolved = address(element);
  if (context.person) tell(context, 'href', resolved);
  else keep(context, 'href', resolved);
};

export const PEOPLE: Handlers = {
  author,
  managingeditor: author,
  dc_author: author,
  dc_creator: author,
  itunes_author: author,
  contributor,
  dc_contributor: namedContributor,
  webmaster: publisher,
  dc_publisher: publisher,
  itunes_owner: owner,
  name,
  itunes_name: name,
  email: (element, context) => tell(context, 'email', textIn(element)),
  itunes_email: (element, context) => tell(context, 'email', textIn(element)),
  url: href,
  uri: href,
  homepage: href,
};
