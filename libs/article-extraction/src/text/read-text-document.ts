import { isBoilerplateText } from '../blocks/boilerplate-text.js';
import { byline } from '../metadata/authors.js';
import { labelOf } from '../metadata/date-names.js';
import { findDates } from '../metadata/find-dates.js';
import { paragraphLines } from './paragraph-lines.js';

/** A plain text document, its lines taken for what they are. */
export interface TextDocument {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly captions: readonly string[];
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly authors: readonly string[];
  readonly siteName: string | null;
  readonly section: string | null;
}

const CAPTION =
  /^(?:file photo|(?:photo|image|picture|foto|imagen|imagem|immagine|bild|фото|zdjęcie|fotoğraf|写真|图片|사진|صورة|תמונה)(?=\s*[:：/.(]))|©|\((?:ap|reuters|afp|getty|dpa|efe|ansa|epa)[^)]*\)$/iu;
const SENTENCE_END = /[.!?…。！？।؟]["'”’»)\]]*$/u;
/** Lines between the title and the first sentence that are longer are no names. */
const MAX_LABEL = 60;
/** A line that says when is short, and has few letters beside date, label and weekday. */
const MAX_DATE_LINE = 100;
const MAX_OTHER_LETTERS = 45;

/**
 * Reads a document without mark-up as it is copied from a page: the title first, then labels (the
 * site's name, the section), byline, captions and sentences, date lines, and the page's machinery.
 */
export function readTextDocument(text: string): TextDocument {
  const lines = paragraphLines(text);
  const titleAt = lines.findIndex(
    (line) => datesOfLine(line) === null && byline(line).length === 0,
  );
  const title = lines[titleAt] ?? '';
  const captions: string[] = [];
  const body: string[] = [];
  const authors: string[] = [];
  let dates: LineDates = { publishedAt: null, modifiedAt: null };
  for (const [index, line] of lines.entries()) {
    if (index === titleAt) continue;
    const found = datesOfLine(line);
    const names = byline(line);
    if (found !== null) dates = merged(dates, found);
    else if (names.length > 0) authors.push(...names);
    else if (CAPTION.test(line)) captions.push(line);
    else if (!isBoilerplateText(line)) body.push(line);
  }
  const labels = leadingLabels(body);
  return {
    title,
    paragraphs: body.slice(labels.length),
    captions,
    ...dates,
    authors: [...new Set(authors)],
    siteName: labels[0] ?? null,
    section: labels[1] ?? null,
  };
}

interface LineDates {
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
}

const merged = (known: LineDates, found: LineDates): LineDates => ({
  publishedAt: known.publishedAt ?? found.publishedAt,
  modifiedAt: known.modifiedAt ?? found.modifiedAt,
});

/** The dates of a line that is there to say them, or null where it is none: a sentence tells of dates. */
function datesOfLine(line: string): LineDates | null {
  if (line.length > MAX_DATE_LINE || SENTENCE_END.test(line.replace(/\b[ap]\.m\.$/i, '')))
    return null;
  const found = findDates(line);
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  const [first] = found;
  if (first === undefined || letters > MAX_OTHER_LETTERS) return null;
  // A line that begins with other words than a label, or goes on in words, is a headline.
  const label = line.slice(0, first.index);
  if (
    /\p{L}{3}/u.test(label) &&
    labelOf(label) === 'unknown' &&
    !/^\P{L}*\p{L}+[\s,:：]*$/u.test(label)
  ) {
    return null;
  }
  const of = (isModified: boolean): string | null =>
    found.find(
      ({ index, after }) => (labelOf(line.slice(0, index), after) === 'modified') === isModified,
    )?.date ?? null;
  return { publishedAt: of(false), modifiedAt: of(true) };
}

/** Short lines without a sentence's end before the first sentence: first the site's name, then the section. */
function leadingLabels(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.length > MAX_LABEL || SENTENCE_END.test(line));
  return first === -1 ? [] : lines.slice(0, Math.min(first, 2));
}
