import { parseDate } from '../metadata/parse-date.js';
import { isBoilerplateText } from '../body/boilerplate-text.js';
import { oneLine } from './whitespace.js';

/** A plain text document, its lines taken for what they are. */
export interface TextDocument {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly captions: readonly string[];
  readonly publishedAt: string | null;
  readonly siteName: string | null;
  readonly section: string | null;
}

const DATE_LINE =
  /^(?:publish(?:ed)?|posted|date|updated|veröffentlicht|publié|publicado)\b[^:]{0,20}:/i;
const CAPTION = /^(?:file photo|photo|image|picture)\b|©|\((?:ap|reuters|afp|getty)[^)]*\)$/i;
const SENTENCE_END = /[.!?…。！？।؟]["'”’»)\]]*$/u;
/** Lines between the title and the first sentence that are longer are no names. */
const MAX_LABEL = 60;

/**
 * Reads a document without mark-up as it is copied from a page: the title first, then labels (the
 * site's name, the section), captions and sentences, a date line, and the page's machinery.
 */
export function readTextDocument(text: string): TextDocument {
  const [title = '', ...lines] = text
    .split(/\r\n?|\n/)
    .map(oneLine)
    .filter((line) => line !== '');
  const dateLine = lines.find((line) => DATE_LINE.test(line));
  const rest = lines.filter((line) => line !== dateLine && !isBoilerplateText(line));
  const captions = rest.filter(isCaption);
  const body = rest.filter((line) => !isCaption(line));
  const labels = leadingLabels(body);
  return {
    title,
    paragraphs: body.slice(labels.length),
    captions,
    publishedAt: dateLine === undefined ? null : parseDate(dateLine.replace(DATE_LINE, '')),
    siteName: labels[0] ?? null,
    section: labels[1] ?? null,
  };
}

const isCaption = (line: string): boolean => CAPTION.test(line);

/** Short lines without a sentence's end before the first sentence: first the site's name, then the section. */
function leadingLabels(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.length > MAX_LABEL || SENTENCE_END.test(line));
  return first === -1 ? [] : lines.slice(0, Math.min(first, 2));
}
