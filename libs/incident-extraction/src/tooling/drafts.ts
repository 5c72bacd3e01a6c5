import type { Geoparser, Toponym } from '@tocsin/geocoding';
import type { Draft } from '../mentions/draft.js';
import { isReportable } from '../mentions/fallbacks.js';
import { mergePieces } from '../mentions/merge.js';
import { readSentences, type SentenceReading } from '../reading/sentence-reading.js';
import { type Document, readDocument, type ArticleParts } from '../text/document.js';

/** An article as far as it is read before its mentions get their places. */
export interface Drafted {
  readonly document: Document;
  readonly readings: readonly SentenceReading[];
  readonly toponyms: readonly Toponym[];
  readonly drafts: readonly Draft[];
  /** Those of harm that the article reports. */
  readonly harms: readonly Draft[];
  /** The one of most sentences, the first of several; null where the article tells of nothing. */
  readonly main: Draft | null;
}

export function draftsOf(article: ArticleParts, geoparser: Geoparser): Drafted {
  const document = readDocument(article);
  const readings = readSentences(document);
  const toponyms = geoparser.toponyms(document.text);
  const places = toponyms.filter(({ kind, place }) => kind === 'locative' && place !== null);
  const drafts = mergePieces(document, readings, places).filter((draft) =>
    isReportable(draft, false),
  );
  const harms = drafts.filter((draft) => !draft.background && HARM.has(draft.eventClass));
  const [main = null] = [...harms].sort((a, b) => b.pieces.length - a.pieces.length);
  return { document, readings, toponyms, drafts, harms, main };
}

/** What the sets of the fitting are about. */
const HARM = new Set(['force', 'battle', 'abduction', 'accident', 'protest']);
