import {
  type Aggregate,
  CASUALTY_KINDS,
  type Casualties,
  type CasualtyFigure,
  type Mention,
} from '@tocsin/contracts';
import { fieldOf, type Toll } from '../reading/casualties.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Document } from '../text/document.js';
import { ClaimBook } from './claim-book.js';
import type { Draft, Piece } from './draft.js';

/** Running totals of a conflict or of years are no incident's figure; what one disaster has come to is. */
export function isAggregate(reading: SentenceReading, drafts: readonly Draft[]): boolean {
  if (reading.runningTotal === null || reading.tolls.length === 0) return false;
  const single =
    reading.runningTotal === 'total' &&
    drafts.some((d) => d.eventClass === 'accident' || d.eventClass === 'disaster');
  return !single && reading.tolls.some((toll) => toll.stated);
}

const NO_CASUALTIES: Casualties = {
  killed: null,
  injured: null,
  missing: null,
  abducted: null,
  arrested: null,
  perpetratorsKilled: null,
};

/** The mention of kind `aggregate` of one sentence. `scope` is the sentence's own words. */
export function aggregateMention(
  document: Document,
  reading: SentenceReading,
  mentionId: string,
  incidents: readonly Mention[],
): Mention {
  const book = new ClaimBook(document);
  const piece: Piece = {
    reading,
    frames: reading.frames,
    tolls: reading.tolls,
    time: null,
    place: null,
  };
  const casualties: Casualties = { ...NO_CASUALTIES };
  for (const toll of reading.tolls)
    if (toll.stated) casualties[fieldOf(toll.effect)] ??= figure(toll, piece, book);
  const { start, end } = reading.sentence;
  const words = document.text.slice(start, end);
  return {
    mentionId,
    kind: 'aggregate',
    realis: 'actual',
    background: false,
    partOf: null,
    summary: words,
    what: {
      family: 'political',
      acledEventType: null,
      acledSubEventType: null,
      ploverType: null,
      modes: [],
      contexts: [],
      ucdpTypeOfViolence: null,
      hazardType: null,
      civilianTargeting: false,
      instruments: [],
    },
    when: {
      start: null,
      end: document.published,
      timePrecision: null,
      datePrecision: null,
      words: null,
      claims: [],
    },
    where: {
      place: null,
      admin1: null,
      admin2: null,
      countryIso3: null,
      latitude: null,
      longitude: null,
      geonameId: null,
      geoPrecision: null,
      wherePrecision: null,
      claims: [],
    },
    actors: [],
    victims: [],
    targets: [],
    casualties,
    aggregate: {
      scope: words,
      asOf: document.published,
      includes: included(casualties, incidents),
    },
    claims: book.claims,
    confidence: 0.6,
  };
}

/** Incidents whose figure of the same kind is no larger: the total may hold it; the text rarely says. */
function included(total: Casualties, incidents: readonly Mention[]): Aggregate['includes'] {
  const fits = ({ casualties }: Mention): boolean =>
    CASUALTY_KINDS.some((kind) => {
      const [whole, part] = [total[kind]?.best, casualties[kind]?.best];
      return whole != null && part != null && part > 0 && part <= whole;
    });
  return incidents
    .filter((incident) => !incident.background && fits(incident))
    .map(({ mentionId }) => ({ mentionId, certainty: 'possible' }));
}

function figure(toll: Toll, piece: Piece, book: ClaimBook): CasualtyFigure {
  const field = `casualties.${fieldOf(toll.effect)}`;
  const claim = book.add(field, toll.quantity?.best ?? null, piece, toll.from, toll.to, 0.8);
  const { low, best, vague } = toll.quantity ?? { low: 2, best: null, vague: true };
  return { low, best, high: null, basis: vague ? 'vague' : 'stated', claims: [claim] };
}
