import { ACLED_SUB_EVENTS, type AcledSubEventType, type Incident } from '@tocsin/contracts';
import { incidentOf } from '@tocsin/contracts/testing';

const COUNTRIES = ['KAZ', 'NGA', 'SOM', 'UKR', 'COL', 'IND', 'MMR', 'SDN'];
const PLACES = ['market', 'bridge', 'school', 'convoy', 'harbour', 'mosque', 'station', 'village'];
/** Few of a crowd have the same one. */
const COLOURS = [
  'red',
  'blue',
  'green',
  'amber',
  'violet',
  'white',
  'black',
  'grey',
  'ochre',
  'teal',
];
const WORDS = PLACES.flatMap((place) => COLOURS.map((colour) => `${colour}${place}`));
const SUB_TYPES = Object.keys(ACLED_SUB_EVENTS) as AcledSubEventType[];
const DAY_MS = 86_400_000;

/** The n-th of a crowd of incidents spread over types, countries, ten years and the map; always the same. */
export function crowdIncident(n: number): Incident {
  const spread = (step: number, of: number) => Math.floor((n * step) % of);
  const base = incidentOf();
  const subType = SUB_TYPES[spread(7, SUB_TYPES.length)] as AcledSubEventType;
  const day = new Date(Date.UTC(2012, 0, 1) + spread(13, 3_650) * DAY_MS)
    .toISOString()
    .slice(0, 10);
  const figure = (best: number) => ({
    low: best,
    best,
    high: null,
    basis: 'stated' as const,
    claims: [],
  });
  const actor = `${WORDS[spread(3, 80)]} brigade`;
  return {
    ...base,
    incidentId: `n${n}`,
    summary: `Attackers struck a ${WORDS[spread(5, 80)]} near the ${WORDS[spread(11, 80)]} ${n}.`,
    what: { ...base.what, acledEventType: ACLED_SUB_EVENTS[subType], acledSubEventType: subType },
    when: { ...base.when, start: day, end: n % 9 === 0 ? null : day },
    where: {
      ...base.where,
      place: `Town ${spread(17, 500)}`,
      admin1: `Region ${spread(19, 40)}`,
      countryIso3: COUNTRIES[spread(23, 8)] as string,
      latitude: -60 + spread(29, 1_200) / 10,
      longitude: -180 + spread(31, 3_600) / 10,
    },
    actors: [{ role: 'actor', words: actor, claims: [] }],
    casualties: {
      ...base.casualties,
      killed: n % 3 === 0 ? null : figure(spread(37, 60)),
      injured: n % 5 === 0 ? figure(spread(41, 90)) : null,
    },
    independentSourceCount: 1 + (n % 4),
    sources: [
      {
        articleId: `article-${n}`,
        url: `https://news.example/${n}`,
        title: `Report ${n}`,
        siteName: 'News',
        publishedAt: null,
        syndicationId: `article-${n}`,
        mentionIds: [],
      },
    ],
  };
}
