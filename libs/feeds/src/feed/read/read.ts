import type { XmlElement } from '../xml/element.js';
import type { Document, Handler, Handlers } from './context.js';
import { DATES } from './dates.js';
import { LINKS } from './links.js';
import { MEDIA } from './media.js';
import { PEOPLE } from './people.js';
import { PLACES } from './places.js';
import { Section } from './section.js';
import { STRUCTURE } from './structure.js';
import { TAGS } from './tags.js';
import { TEXTS } from './texts.js';
import { versionOf } from './version.js';
import { read } from './walk.js';

const ALL: readonly Handlers[] = [STRUCTURE, TEXTS, PEOPLE, DATES, LINKS, TAGS, MEDIA, PLACES];
const HANDLERS: ReadonlyMap<string, Handler> = new Map(ALL.flatMap((one) => Object.entries(one)));

const LANGUAGE_OF = new Set(['rss', 'feed', 'rdf_rdf']);

/** Reads a document's tree as a feed, whatever its root is; see `isFeed`. */
export function readSections(
  root: XmlElement,
  doctype: string,
  language: string | null,
  maxEntries: number,
): Document {
  const feed = new Section('feed');
  const version = versionOf(root, doctype);
  const told = (LANGUAGE_OF.has(root.name) ? root.language : null) ?? language;
  if (told) feed.values.set('language', told.replaceAll('_', '-'));
  const document: Document = {
    handlers: HANDLERS,
    version,
    feed,
    entries: [],
    maxEntries,
    truncated: false,
  };
  read(root, { document, section: feed, person: null, depth: 1 });
  return document;
}
