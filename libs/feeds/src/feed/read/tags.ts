import type { XmlElement } from '../xml/element.js';
import { textIn, type Context, type Handler, type Handlers } from './context.js';
import { walk } from './walk.js';

const ITUNES = 'http://www.itunes.com/';
const MEDIA = 'http://search.yahoo.com/mrss/category_schema';

/** A tag by attributes (Atom), by text (RSS), or both; text names a tag whose attributes do not. */
function categorise(element: XmlElement, { section }: Context, defaultScheme: string | null): void {
  const { attributes } = element;
  const scheme = attributes.get('scheme') ?? attributes.get('domain') ?? defaultScheme;
  section.tag(attributes.get('term') ?? null, scheme, attributes.get('label') ?? null);
  const term = textIn(element);
  if (term === '') return;
  const last = section.tags?.at(-1);
  if (last && !last.term) last.term = term;
  else section.tag(term, null, null);
}

const category =
  (defaultScheme: string | null): Handler =>
  (element, context) =>
    categorise(element, context, defaultScheme);

/** Terms in one text, parted by commas. */
const keywords =
  (scheme: string | null): Handler =>
  (element, { section }) => {
    for (const term of textIn(element)
      .split(',')
      .map((t) => t.trim()))
      if (term !== '') section.tag(term, scheme, null);
  };

/** A podcast's category, which may hold narrower ones. */
const podcastCategory: Handler = (element, context) => {
  context.section.tag(element.attributes.get('text') ?? null, ITUNES, null);
  walk(element, context);
};

export const TAGS: Handlers = {
  category: category(null),
  keywords: category(null),
  dc_subject: category(null),
  media_category: category(MEDIA),
  media_keywords: keywords(null),
  itunes_category: podcastCategory,
  itunes_keywords: keywords(ITUNES),
  tags: keywords(null),
};
