import type { Toponym } from '@tocsin/geocoding';
import { readSentence, type SentenceReading } from '../reading/sentence-reading.js';
import type { Document } from '../text/document.js';
import { isAggregate } from './aggregates.js';
import type { Draft } from './draft.js';
import { isBrief, isReportable, reportsIncident } from './fallbacks.js';
import { mergePieces } from './merge.js';
import { usableToponyms } from './usable-toponyms.js';
import { verbalDrafts } from './verbal.js';

/** An article read and cut into what it tells. */
export interface Story {
  readonly all: readonly SentenceReading[];
  readonly places: readonly Toponym[];
  /** The sentences that give running totals. */
  readonly totals: readonly SentenceReading[];
  /** What is worth a mention, as the text tells it. */
  readonly drafts: readonly Draft[];
}

/** Reads an article's sentences and puts together what they tell of one incident. */
export function readStory(document: Document, toponyms: readonly Toponym[]): Story {
  const all = document.sentences.map((sentence) => readSentence(document, sentence));
  const places = usableToponyms(all, toponyms);
  const drafts = mergePieces(document, all, places);
  const totals = all.filter(
    (reading) => reading.sentence.part !== 'caption' && isAggregate(reading, drafts),
  );
  const told = drafts.map((draft) => without(draft, totals));
  const brief = isBrief(document);
  const happened = told.filter((draft) => isReportable(draft, brief));
  const kept = reported(happened, brief);
  const verbal = brief || kept.length > 0 ? verbalDrafts(document, all, places, brief) : [];
  return { all, places, totals, drafts: [...kept, ...verbal] };
}

/** Crimes and finds: news in themselves, but no news of the violence that is recalled beside them. */
const MEASURES: ReadonlySet<string> = new Set(['crime', 'weapons']);

/** The drafts that the article reports, rather than speaks of in passing. */
function reported(drafts: readonly Draft[], brief: boolean): readonly Draft[] {
  if (
    reportsIncident(
      drafts.filter(({ eventClass }) => !MEASURES.has(eventClass)),
      brief,
    )
  )
    return drafts;
  return drafts.filter(
    (draft) => MEASURES.has(draft.eventClass) && reportsIncident([draft], brief),
  );
}

/** A draft without the sentences that give running totals. */
function without(draft: Draft, totals: readonly SentenceReading[]): Draft {
  return { ...draft, pieces: draft.pieces.filter((piece) => !totals.includes(piece.reading)) };
}
