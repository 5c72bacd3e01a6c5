import type { Toponym } from '@tocsin/geocoding';
import {
  type Outline,
  SentenceReader,
  type SentenceReading,
  withFrames,
} from '../reading/sentence-reading.js';
import type { Document } from '../text/document.js';
import { isAggregate } from './aggregates.js';
import { centralDrafts } from './central.js';
import { readIntent } from './deliberate.js';
import { readDenial } from './denial.js';
import type { Draft } from './draft.js';
import {
  isBrief,
  isConcrete,
  isReportable,
  mayReport,
  NEWS_LEAD,
  reportsIncident,
} from './fallbacks.js';
import { mergePieces } from './merge.js';
import { isMourning, joinMishaps } from './mishaps.js';
import { verbalDrafts } from './verbal.js';

/** An article read and cut into what it tells. */
export interface Story {
  readonly all: readonly SentenceReading[];
  /** All names of places and peoples. */
  readonly toponyms: readonly Toponym[];
  /** The places that something may have happened at. */
  readonly places: readonly Toponym[];
  /** The sentences that give running totals. */
  readonly totals: readonly SentenceReading[];
  /** The happenings that are worth a mention. */
  readonly happened: readonly Draft[];
  /** The acts of speech and diplomacy that are; they have no say in where and when things happened. */
  readonly verbal: readonly Draft[];
}

const NOTHING: Story = { all: [], toponyms: [], places: [], totals: [], happened: [], verbal: [] };

/**
 * Reads an article's sentences and puts together what they tell of one incident.
 *
 * @param toponymsOf asked once, and only if the sentences tell of something that may be a mention
 */
export function readStory(document: Document, toponymsOf: () => readonly Toponym[]): Story {
  const brief = isBrief(document);
  const reader = new SentenceReader(document);
  if (!brief && !mayReport(outlineOf(reader), brief)) return NOTHING;
  const all = readDenial(readIntent(reader.all(), withFrames), withFrames);
  const toponyms = toponymsOf();
  const places = toponyms.filter(({ kind, place }) => kind === 'locative' && place !== null);
  const drafts = joinMishaps(mergePieces(document, all, places));
  const totals = all.filter(
    (reading) => reading.sentence.part !== 'caption' && isAggregate(reading, drafts),
  );
  const told = drafts.map((draft) => without(draft, totals));
  const happened = reported(
    told.filter((draft) => isReportable(draft, brief) && !isMourning(draft, told)),
    toponyms,
    document.published,
    brief,
  );
  const news = brief || happened.some(({ background }) => !background);
  const verbal = news ? verbalDrafts(document, all, toponyms, brief) : [];
  return { all, toponyms, places, totals, happened, verbal };
}

/** Enough to tell whether there is anything to report: of most that isn't, the rest is never read. */
const outlineOf = (reader: SentenceReader): readonly Outline[] =>
  readIntent(reader.outline(NEWS_LEAD), (outline, frames) => ({ ...outline, frames }));

/** Crimes and finds: news in themselves, but no news of the violence that is recalled beside them. */
const MEASURES: ReadonlySet<string> = new Set(['crime', 'weapons']);

/** The drafts that the article reports; what it tells of in passing is background to it. */
function reported(
  drafts: readonly Draft[],
  toponyms: readonly Toponym[],
  published: string | null,
  brief: boolean,
): readonly Draft[] {
  const isMeasure = ({ eventClass }: Draft): boolean => MEASURES.has(eventClass);
  if (
    reportsIncident(
      drafts.filter((draft) => !isMeasure(draft)),
      brief,
    )
  ) {
    if (brief) return drafts;
    const central = centralDrafts(drafts, toponyms, published);
    return drafts.map((draft) => (central.has(draft) ? draft : aside(draft)));
  }
  return drafts.flatMap((draft) => {
    if (isMeasure(draft)) return reportsIncident([draft], brief) ? [draft] : [];
    return isConcrete(draft) ? [aside(draft)] : [];
  });
}

const aside = (draft: Draft): Draft => ({ ...draft, background: true });

/** A draft without the sentences that give running totals. */
function without(draft: Draft, totals: readonly SentenceReading[]): Draft {
  return { ...draft, pieces: draft.pieces.filter((piece) => !totals.includes(piece.reading)) };
}
