import type { CasualtyFigure, Mention } from '../model/mention.js';

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
