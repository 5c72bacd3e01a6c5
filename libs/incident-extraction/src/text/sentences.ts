/** A stretch of a text: offsets are UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One segmenter for all: building it costs milliseconds. */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Titles and abbreviations after which the segmenter stops although the sentence goes on. */
const ABBREVIATION =
  /(?:^|[\s(“"])(?:mr|mrs|ms|dr|gen|col|lt|capt|maj|sgt|cpl|rep|sen|gov|st|ave|blvd|rd|no|nos|jr|sr|vs|rev|fr|u\.s|u\.n|a\.m|p\.m|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|ind|calif|tenn|fla|ga|ala|mich|minn|wash|pa|va|ill|tex|wis|ore|ariz|colo|conn|[a-z])\.\s*$/i;

/** Longest block that one call of the segmenter is given: its cost per call grows with length. */
const MAX_BLOCK = 20_000;

/** Sentences of one paragraph, without the white space around them. Line breaks don't end a sentence. */
export function splitSentences(paragraph: string, offset = 0): Span[] {
  const flat = paragraph.slice(0, MAX_BLOCK).replace(/[\r\n\t]/g, ' ');
  const spans: Span[] = [];
  let open: number | null = null;
  for (const { segment, index } of segmenter.segment(flat)) {
    const from: number = open ?? index;
    open = from;
    const end = index + segment.length;
    if (ABBREVIATION.test(flat.slice(Math.max(from, end - 12), end)) && end < flat.length) continue;
    pushSentences(spans, flat, from, end, offset);
    open = null;
  }
  if (open !== null) pushTrimmed(spans, flat, open, flat.length, offset);
  return spans;
}

/** "were hurt.No arrests": where pages lose the blank between two sentences; no address, which has no capitals. */
const GLUED = /(?<=\p{Ll}{3}[”"’)]?[.?!][”"]?)(?=[“"]?\p{Lu}\p{Ll}*[\s’'])/u;

/** A segment, cut where the blank between two sentences is missing. */
function pushSentences(
  spans: Span[],
  text: string,
  from: number,
  to: number,
  offset: number,
): void {
  let start = from;
  for (const part of text.slice(from, to).split(GLUED)) {
    pushTrimmed(spans, text, start, start + part.length, offset);
    start += part.length;
  }
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number, offset: number): void {
  let start = from;
  let end = to;
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  if (end > start) spans.push({ start: offset + start, end: offset + end });
}
