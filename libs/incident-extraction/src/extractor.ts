import { type Article, articleText, type Mention } from '@tocsin/contracts';
import { passesGate } from './gate.js';
import type { Geoparser, Toponym } from '@tocsin/geocoding';
import { aggregateMention, isAggregate } from './mentions/aggregates.js';
import { assemble } from './mentions/assemble.js';
import { checkClaims } from './mentions/check-claims.js';
import type { Draft } from './mentions/draft.js';
import { choosePlace } from './mentions/choose-place.js';
import { chooseTime, extentOf } from './mentions/choose-time.js';
import { isConcrete, isReportable, largerDraft, reportsIncident } from './mentions/fallbacks.js';
import { mergePieces } from './mentions/merge.js';
import { NameBook } from './parties/name-book.js';
import { OrganisationBook } from './parties/organisation-book.js';
import { readSentences, type SentenceReading } from './reading/sentence-reading.js';
import { type Document, readDocument } from './text/document.js';

/** Grows with every change that can change a mention; part of every mention's id. */
export const EXTRACTOR_VERSION = 'en-rules-1';

/** From one article version to its mentions. Pure and deterministic: same article, same mentions. */
export interface IncidentExtractor {
  readonly version: string;
  /** Claims that the last guard refused since this extractor was made; more than 0 is a defect. */
  readonly droppedClaims: number;
  extract(article: Article): Mention[];
}

export interface IncidentExtractorOptions {
  /** Finds and resolves place names; without one mentions have no place. */
  readonly geoparser?: Geoparser;
}

/** Builds the extractor; the lexicons are loaded once per process. */
export function createIncidentExtractor(options: IncidentExtractorOptions = {}): IncidentExtractor {
  let droppedClaims = 0;
  return {
    version: EXTRACTOR_VERSION,
    get droppedClaims() {
      return droppedClaims;
    },
    extract(article) {
      if (article.language !== null && article.language !== 'en') return [];
      // Before anything is made of the text: most articles end here.
      if (!passesGate(articleText(article))) return [];
      const document = readDocument(article);
      const toponyms = options.geoparser?.toponyms(document.text) ?? [];
      const id = (position: number): string =>
        `${article.articleId}:${article.version}:${EXTRACTOR_VERSION}:${position}`;
      return mentionsOf(document, toponyms, id).map((mention) => {
        const checked = checkClaims(mention, document.text);
        droppedClaims += checked.dropped;
        return checked.mention;
      });
    },
  };
}

function mentionsOf(
  document: Document,
  toponyms: readonly Toponym[],
  id: (position: number) => string,
): Mention[] {
  const all = readSentences(document);
  const places = toponyms.filter(({ kind, place }) => kind === 'locative' && place !== null);
  const drafts = mergePieces(document, all, places);
  const totals = all.filter(
    (reading) => reading.sentence.part !== 'caption' && isAggregate(reading, drafts),
  );
  const told = drafts.map((draft) => without(draft, totals)).filter(isReportable);
  // What an article about something else tells of in passing is background to it.
  const kept = reportsIncident(told)
    ? told
    : told.filter(isConcrete).map((draft) => ({ ...draft, background: true }));
  const parties = {
    names: NameBook.read(all, new Set(places.map(({ words }) => words.toLowerCase()))),
    organisations: OrganisationBook.read(document.sentences.map(({ tokens }) => tokens)),
  };
  const mentions = kept.map((draft, position) => {
    const within = largerDraft(draft, kept);
    const partOf = within ? id(kept.indexOf(within)) : null;
    const place = choosePlace(draft, kept, all, places, document.upperCase);
    const time =
      chooseTime(document, draft, kept, all) ?? (within ? extentOf(within, kept, all) : null);
    return assemble(document, draft, { time, partOf, place, parties }, id(position));
  });
  const aggregates = totals.map((reading, i) =>
    aggregateMention(document, reading, id(kept.length + i), mentions),
  );
  return [...mentions, ...aggregates];
}

/** A draft without the sentences that give running totals. */
function without(draft: Draft, totals: readonly SentenceReading[]): Draft {
  return { ...draft, pieces: draft.pieces.filter((piece) => !totals.includes(piece.reading)) };
}
