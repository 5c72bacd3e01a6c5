import {
  attributesOf,
  childrenOf,
  keep,
  textIn,
  type Context,
  type Handler,
  type Handlers,
} from './context.js';
import { linkByAttribute } from './links.js';
import { Section } from './section.js';
import { walk } from './walk.js';

const within = (context: Context, section: Section): Context => ({
  ...context,
  section,
  person: null,
});

const lastModified: Handler = ({ attributes }, context) => {
  const written = attributes.get('lastmod');
  if (written !== undefined) keep(context, 'updated', written.trim());
};

/** The root of RSS, RDF and Atom, or RSS' and CDF's channel: all that they hold tells of the feed. */
const feed: Handler = (element, context) => {
  const inFeed = within(context, context.document.feed);
  lastModified(element, inFeed);
  if (element.local === 'channel') linkByAttribute(element, inFeed);
  walk(element, inFeed);
};

const entry: Handler = (element, context) => {
  const { document } = context;
  if (document.entries.length >= document.maxEntries) {
    document.truncated = true;
    return;
  }
  const section = new Section('entry');
  document.entries.push(section);
  const about = element.attributes.get('rdf:about');
  if (about) section.about = about;
  const inEntry = within(context, section);
  lastModified(element, inEntry);
  linkByAttribute(element, inEntry);
  walk(element, inEntry);
};

/** What an entry was taken from: RSS names it in text and address, Atom repeats its metadata. */
const source: Handler = (element, context) => {
  const section = new Section('source');
  const url = element.attributes.get('url');
  if (url !== undefined) section.values.set('href', url);
  walk(element, within(context, section));
  const title = textIn(element);
  if (title !== '') section.values.set('title', title);
  context.section.source = section;
};

const image: Handler = (element, context) => {
  const section = context.section.image ?? new Section('image');
  if (context.section.kind !== 'entry') context.section.image = section;
  walk(element, within(context, section));
};

const podcastImage: Handler = ({ attributes }, { section }) => {
  const href = attributes.get('href') || attributes.get('url');
  if (!href) return;
  section.image = new Section('image');
  section.image.values.set('href', href);
};

const textInput: Handler = (element, context) => {
  const section = context.section.textInput ?? new Section('textinput');
  context.section.textInput = section;
  walk(element, within(context, section));
};

/** A list of plain values, all named alike. */
const skips =
  (kind: 'hours' | 'days', item: string): Handler =>
  (element, { section }) => {
    for (const child of childrenOf(element))
      if (child.local === item) section.skips[kind].push(textIn(child));
  };

const attributesAs =
  (name: string): Handler =>
  (element, { section }) => {
    section.groups.set(name, attributesOf(element));
  };

const language: Handler = (element, context) => keep(context, 'language', textIn(element));

export const STRUCTURE: Handlers = {
  rss: feed,
  rdf_rdf: feed,
  feed,
  channel: feed,
  item: entry,
  entry,
  source,
  image,
  itunes_image: podcastImage,
  itunes_link: podcastImage,
  textinput: textInput,
  cloud: attributesAs('cloud'),
  skiphours: skips('hours', 'hour'),
  skipdays: skips('days', 'day'),
  language,
  dc_language: language,
};
