import type { CasualtyFigure, Mention } from '@tocsin/contracts';
import type { Telling } from '../incident/telling.js';
import type { LinkableMention } from '../linking/linkable.js';

/** A mention of a riot in Almaty on 5 January 2022 with two dead, changed as the spec needs. */
export function mentionOf(mentionId = 'm', changes: Partial<Mention> = {}): Mention {
  return {
    mentionId,
    kind: 'incident',
    realis: 'actual',
    background: false,
    partOf: null,
    summary: 'Rioters killed two officers in Almaty.',
    what: {
      family: 'political',
      acledEventType: 'Riots',
      acledSubEventType: 'Violent demonstration',
      ploverType: 'ASSAULT',
      modes: [],
      contexts: [],
      ucdpTypeOfViolence: null,
      hazardType: null,
      civilianTargeting: false,
      instruments: [],
    },
    when: {
      start: '2022-01-05',
      end: '2022-01-05',
      timePrecision: 1,
      datePrecision: 1,
      words: null,
      claims: [],
    },
    where: {
      place: 'Almaty',
      admin1: 'Almaty',
      admin2: null,
      countryIso3: 'KAZ',
      latitude: 43.25,
      longitude: 76.95,
      geonameId: 1526384,
      geoPrecision: 1,
      wherePrecision: 1,
      claims: [],
    },
    actors: [],
    victims: [],
    targets: [],
    casualties: casualtiesOf(2),
    claims: [
      {
        field: 'casualties.killed',
        value: 2,
        attribution: [{ name: null, class: 'police' }],
        hedge: 'reported',
        part: 'body',
        quote: 'two officers',
        start: 0,
        end: 12,
        confidence: 0.8,
      },
    ],
    confidence: 0.8,
    ...changes,
  };
}

export function casualtiesOf(killed: number | null): Mention['casualties'] {
  const figure: CasualtyFigure | null =
    killed === null
      ? null
      : { low: killed, best: killed, high: killed, basis: 'stated', claims: [0] };
  return {
    killed: figure,
    injured: null,
    missing: null,
    abducted: null,
    arrested: null,
    perpetratorsKilled: null,
  };
}

/** Another town, far from the riot. */
export const ELSEWHERE: Mention['where'] = {
  ...mentionOf().where,
  place: 'Aktau',
  admin1: 'Mangystau',
  latitude: 43.65,
  longitude: 51.15,
  geonameId: 610612,
};

/** 6 January 2022, the day on which the spec's articles appear. */
export const ARTICLE_DAY = Date.UTC(2022, 0, 6) / 86_400_000;

let articles = 0;

export function linkableOf(
  changes: Partial<Mention> = {},
  articleId?: string,
  keywords: LinkableMention['keywords'] = [],
): LinkableMention {
  articles += 1;
  const id = articleId ?? `article${articles}`;
  return {
    articleId: id,
    articleDay: ARTICLE_DAY,
    keywords,
    mention: mentionOf(`${id}-m`, changes),
  };
}

/** The telling of one article; `hour` of 6 January is when it was published. */
export function tellingOf(
  articleId: string,
  changes: Partial<Mention> = {},
  { hour = 12, syndicationId = articleId }: { hour?: number; syndicationId?: string } = {},
): Telling {
  const at = new Date(Date.UTC(2022, 0, 6, hour)).toISOString();
  return {
    mention: mentionOf(`${articleId}-m`, changes),
    source: {
      articleId,
      url: `https://news.example/${articleId}`,
      title: articleId,
      siteName: null,
      publishedAt: at,
      syndicationId,
    },
    fetchedAt: at,
  };
}
