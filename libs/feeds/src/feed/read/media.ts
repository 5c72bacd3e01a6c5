import { attributesOf, textIn, type Handler, type Handlers } from './context.js';
import { walk } from './walk.js';

/** A repeatable element that says what it says in attributes, and in text under `textAs`. */
const listed =
  (name: string, textAs: string | null): Handler =>
  (element, context) => {
    const attributes = attributesOf(element);
    const text = textIn(element);
    if (textAs !== null && text !== '' && (textAs === 'content' || !attributes.has(textAs)))
      attributes.set(textAs, text);
    context.section.list(name, attributes);
    walk(element, context);
  };

/** One that counts once: the first. */
const once =
  (name: string, emptyToo = false): Handler =>
  (element, { section }) => {
    if (section.groups.has(name)) return;
    const attributes = attributesOf(element);
    const text = textIn(element);
    section.groups.set(
      name,
      text !== '' || emptyToo ? attributes.set('content', text) : attributes,
    );
  };

const chapters: Handler = (element, context) => {
  if (context.section.groups.has('psc_chapters')) return;
  context.section.groups.set('psc_chapters', attributesOf(element));
  walk(element, context);
};

/** Media RSS and podcasts' chapters. */
export const MEDIA: Handlers = {
  // Groups alternatives of one work; what it holds is told of the entry.
  media_group: (element, context) => walk(element, context),
  media_content: listed('media_content', null),
  media_thumbnail: listed('media_thumbnail', 'url'),
  media_credit: listed('media_credit', 'content'),
  media_rating: once('media_rating'),
  media_restriction: once('media_restriction'),
  media_license: once('media_license'),
  media_player: once('media_player', true),
  psc_chapters: chapters,
  psc_chapter: listed('psc_chapter', null),
};
