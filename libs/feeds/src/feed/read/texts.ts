import type { XmlElement } from '../xml/element.js';
import type { Context, Handler, Handlers } from './context.js';
import type { TextConstruct, TextName } from './section.js';
import { mediaType, textOf, XHTML } from './text.js';

const PLAIN = 'text/plain';
const HTML = 'text/html';

const read = (element: XmlElement, context: Context, type: string) =>
  textOf(element, type, context.document);

/** A text that counts once a section. */
const text =
  (name: TextName, type: string): Handler =>
  (element, context) => {
    if (context.section.yields(name, context.depth))
      context.section.texts.set(name, read(element, context, type));
  };

/** The outermost title counts; of two at the same depth the first. */
const title =
  (isOwn: boolean): Handler =>
  (element, context) => {
    const { section, depth } = context;
    const construct = read(element, context, PLAIN);
    const taken = section.titleDepth > -1 && section.titleDepth <= depth;
    if (!taken && section.yields('title', depth)) section.texts.set('title', construct);
    if (isOwn && construct.value !== '') section.titleDepth = depth;
  };

const isReadable = (type: string) => type === PLAIN || type === HTML || type === XHTML;

function addContent({ section }: Context, construct: TextConstruct): void {
  section.contents.push(construct);
  if (section.texts.has('summary') || !isReadable(mediaType(construct.type))) return;
  section.texts.set('summary', construct);
  section.summaryIsCopy = true;
}

const content =
  (type: string): Handler =>
  (element, context) =>
    addContent(context, read(element, context, type));

/** Of two summaries the second is the fuller one, so it is content, unless there is content already. */
const summary =
  (type: string): Handler =>
  (element, context) => {
    const { section, depth } = context;
    if (section.kind === 'entry' && section.texts.has('summary') && section.contents.length === 0)
      addContent(context, read(element, context, PLAIN));
    else if (section.yields('summary', depth)) {
      section.texts.set('summary', read(element, context, type));
      section.summaryIsCopy = false;
    }
  };

/** RSS describes feeds and entries by one name. */
const description =
  (type: string): Handler =>
  (element, context) => {
    const name = context.section.kind === 'entry' ? summary(type) : text('subtitle', type);
    name(element, context);
  };

export const TEXTS: Handlers = {
  title: title(true),
  dc_title: title(true),
  media_title: title(false),
  subtitle: text('subtitle', PLAIN),
  tagline: text('subtitle', PLAIN),
  itunes_subtitle: text('subtitle', PLAIN),
  rights: text('rights', PLAIN),
  copyright: text('rights', PLAIN),
  dc_rights: text('rights', PLAIN),
  info: text('info', PLAIN),
  feedburner_browserfriendly: text('info', PLAIN),
  description: description(HTML),
  dc_description: description(HTML),
  media_description: description(HTML),
  abstract: description(PLAIN),
  summary: summary(PLAIN),
  itunes_summary: summary(PLAIN),
  content: content(PLAIN),
  content_encoded: content(HTML),
  fullitem: content(HTML),
  body: content(XHTML),
  xhtml_body: content(XHTML),
};
