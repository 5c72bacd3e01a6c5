import { describe, expect, it } from '@jest/globals';
import type { Mention } from '@tocsin/contracts';
import { keywordsOf } from '../keywords/keywords-of.js';
import { casualtiesOf, mentionOf } from '../testing/mentions.js';
import { linkIncidents } from './link-incidents.js';
import type { LinkableMention } from './linkable.js';
import { dayOf } from './when-span.js';

const { what, when, where } = mentionOf();

const TYPES = {
  bombing: ['Explosions/Remote violence', 'Remote explosive/landmine/IED'],
  shooting: ['Violence against civilians', 'Attack'],
  arrest: ['Strategic developments', 'Arrests'],
  protest: ['Protests', 'Peaceful protest'],
} as const;

interface Told {
  readonly id: string;
  readonly published: string;
  readonly title: string;
  readonly text: string;
  readonly type: keyof typeof TYPES;
  readonly day: string;
  readonly at?: Partial<Mention['where']>;
  readonly killed?: number;
  readonly victims?: Mention['victims'];
  readonly background?: boolean;
}

/** An article of one mention, as the extractor gives both. */
function article(told: Told): LinkableMention {
  const [acledEventType, acledSubEventType] = TYPES[told.type];
  const mention = mentionOf(`${told.id}-m`, {
    summary: told.text.split('. ')[0] ?? '',
    what: { ...what, acledEventType, acledSubEventType },
    when: { ...when, start: told.day, end: told.day },
    where: { ...where, ...told.at },
    casualties: casualtiesOf(told.killed ?? null),
    victims: told.victims ?? [],
    background: told.background ?? false,
  });
  const { title, text } = told;
  return {
    articleId: told.id,
    articleDay: dayOf(told.published) ?? 0,
    keywords: keywordsOf({ title, paragraphs: [text] }, [mention]),
    mention,
  };
}

/** The articles of each incident. */
function incidentsOf(told: readonly Told[]): string[] {
  const incidents = [...linkIncidents(told.map(article))];
  const groups = Map.groupBy(incidents, ([, incident]) => incident).values();
  return [...groups]
    .map((g) =>
      g
        .map(([id]) => id.slice(0, -2))
        .sort()
        .join(' '),
    )
    .sort();
}

const victim = (name: string, age: number) => ({ words: name, name, age, claims: [] });

describe('two incidents stay two', () => {
  it('in one town on one day: a bomb and a shooting, told by two articles each', () => {
    const bomb = {
      type: 'bombing',
      day: '2021-03-04',
      published: '2021-03-04',
      killed: 9,
    } as const;
    const shot = {
      type: 'shooting',
      day: '2021-03-04',
      published: '2021-03-04',
      killed: 1,
    } as const;
    const told: Told[] = [
      {
        id: 'bomb1',
        title: 'Nine die as bomb tears through Zelyony bazaar',
        text: 'A bomb tore through the Zelyony bazaar at noon and killed nine traders. Rescuers searched the stalls, Mayor Dossayev said.',
        ...bomb,
      },
      {
        id: 'bomb2',
        title: 'Bazaar blast kills nine',
        text: 'Nine people were killed when an explosive went off among the stalls of the Zelyony bazaar. Mayor Dossayev declared a day of mourning.',
        ...bomb,
      },
      {
        id: 'shot1',
        title: 'Lawyer Aliya Serik shot outside her home',
        text: 'Lawyer Aliya Serik was shot dead outside her home on Satpaev street. Colleagues at the Themis chambers said that she had been threatened.',
        victims: [victim('Aliya Serik', 41)],
        ...shot,
      },
      {
        id: 'shot2',
        title: 'Themis chambers mourn lawyer',
        text: 'A gunman killed lawyer Aliya Serik at her door on Satpaev street. The Themis chambers asked for protection.',
        victims: [victim('Aliya Serik', 41)],
        ...shot,
      },
    ];
    expect(incidentsOf(told)).toEqual(['bomb1 bomb2', 'shot1 shot2']);
  });

  it('in one town on one day, both shootings, with other victims', () => {
    const both = {
      type: 'shooting',
      day: '2021-03-04',
      published: '2021-03-05',
      killed: 1,
    } as const;
    const told: Told[] = [
      {
        id: 'one',
        title: 'Taxi driver Marat Yessen, 52, shot at Orbita',
        text: 'Taxi driver Marat Yessen was shot in his car at Orbita. His daughter Kamila saw two men on a scooter.',
        victims: [victim('Marat Yessen', 52)],
        ...both,
      },
      {
        id: 'two',
        title: 'Student Dana Kim, 20, shot near Kazakhfilm',
        text: 'Student Dana Kim was shot near the Kazakhfilm studio. Rector Bolat Aben closed the campus.',
        victims: [victim('Dana Kim', 20)],
        ...both,
      },
    ];
    expect(incidentsOf(told)).toEqual(['one', 'two']);
  });

  it('when one is the trial for the other, years later', () => {
    const told: Told[] = [
      {
        id: 'attack',
        type: 'bombing',
        day: '2016-06-05',
        published: '2016-06-06',
        killed: 6,
        title: 'Six killed as gunmen storm Pallada arms shop',
        text: 'Gunmen stormed the Pallada arms shop and killed six people. Colonel Sadyrkulov said that the search went on.',
      },
      {
        id: 'trial',
        type: 'arrest',
        day: '2021-03-04',
        published: '2021-03-04',
        title: 'Three go on trial over Pallada raid',
        text: 'Three men went on trial over the raid on the Pallada arms shop. Judge Omarova read out the charges.',
      },
      {
        id: 'another',
        type: 'bombing',
        day: '2021-03-03',
        published: '2021-03-04',
        killed: 2,
        title: 'Two die in blast at depot',
        text: 'An explosion at the Altay depot killed two guards. Engineer Nurlan Tokhtar had warned of it.',
      },
    ];
    expect(incidentsOf(told)).toEqual(['another', 'attack', 'trial']);
  });

  it.each([
    ['each', 'Later a bomb went off in Aktobe.'],
    ['one', 'Nobody claimed responsibility.'],
  ])('in two towns on one day, %s told with the name of the other', (_, end) => {
    const both = { type: 'bombing', day: '2021-03-04', published: '2021-03-04' } as const;
    const aktobe = { place: 'Aktobe', admin1: 'Aktobe', latitude: 50.28, longitude: 57.17 };
    const zhezkazgan = { place: 'Zhezkazgan', admin1: 'Ulytau', latitude: 47.8, longitude: 67.71 };
    const told: Told[] = [
      {
        id: 'aktobe',
        at: { ...aktobe, geonameId: 610611 },
        title: 'Bomb at Aktobe station kills nine',
        text: 'A bomb in the waiting hall of the Saryarka station killed nine passengers, Colonel Ospanov said. Hours before, a blast had shaken Zhezkazgan.',
        killed: 9,
        ...both,
      },
      {
        id: 'zhezkazgan',
        at: { ...zhezkazgan, geonameId: 1516589 },
        title: 'Explosion wrecks courthouse in Zhezkazgan, two dead',
        text: `An explosive went off at the gate of the court and killed two guards, Prosecutor Iskakova said. ${end}`,
        killed: 2,
        ...both,
      },
    ];
    expect(incidentsOf(told)).toEqual(['aktobe', 'zhezkazgan']);
  });

  it('in two towns of one name', () => {
    const both = { type: 'protest', day: '2021-03-04', published: '2021-03-05' } as const;
    const told: Told[] = [
      {
        id: 'ohio',
        at: {
          place: 'Springfield',
          admin1: 'Ohio',
          countryIso3: 'USA',
          latitude: 39.92,
          longitude: -83.81,
          geonameId: 4525353,
        },
        title: 'Springfield teachers march',
        text: 'Teachers marched through Springfield against the cuts. Superintendent Clark met them at Wittenberg.',
        ...both,
      },
      {
        id: 'illinois',
        at: {
          place: 'Springfield',
          admin1: 'Illinois',
          countryIso3: 'USA',
          latitude: 39.8,
          longitude: -89.64,
          geonameId: 4250542,
        },
        title: 'Springfield nurses march',
        text: 'Nurses marched through Springfield for safer wards. Governor Pritzker sent an envoy.',
        ...both,
      },
    ];
    expect(incidentsOf(told)).toEqual(['illinois', 'ohio']);
  });
});

describe('a series of bombings', () => {
  /** Each with its own place, dead and witnesses, and all with the paragraph on who is behind them. */
  const blasts = [
    {
      day: '2021-03-01',
      killed: 4,
      own: 'A bomb went off in the booking hall of Raiymbek metro station and killed four commuters. Stationmaster Gulnara Iskakova led passengers out through the tunnel to Zhibek Zholy. Trains of the Kyzyl line stood still until night.',
      again:
        'Four people died when a bomb exploded at Raiymbek metro station. Gulnara Iskakova, the stationmaster, walked survivors through the dark tunnel to Zhibek Zholy. The Kyzyl line was closed.',
    },
    {
      day: '2021-03-06',
      killed: 11,
      own: 'A minivan full of explosives blew up beside the Sayran bus park and killed eleven people who waited for the coach to Taraz. Dispatcher Viktor Pak said that the roof came down on bay nine. Surgeons at Kalkaman hospital operated all night.',
      again:
        'Eleven travellers waiting for the Taraz coach were killed as a minivan exploded at Sayran bus park. The roof fell on bay nine, dispatcher Viktor Pak told us. Kalkaman hospital called for blood.',
    },
    {
      day: '2021-03-11',
      killed: 7,
      own: 'An explosive in a fruit crate killed seven stallholders at Tastak market. Greengrocer Madina Yusupova had moved her scales a minute before. Firemen from the Auezov brigade carried the wounded over the tram rails.',
      again:
        'Seven stallholders were killed by a device in a crate of fruit at Tastak market. Madina Yusupova, who sells greens there, escaped by a minute. The Auezov fire brigade brought out the wounded.',
    },
  ];
  const behind =
    'The Black Falcon brigade claimed it, as it had claimed the other bombings of its campaign against transport and trade in the city.';
  const series = blasts.flatMap(({ day, killed, own, again }, at): Told[] =>
    [own, again].map((text, telling) => ({
      id: `${at}${telling}`,
      type: 'bombing',
      day,
      published: day,
      killed,
      title: text.split('. ')[0] ?? '',
      text: `${text} ${behind}`,
    })),
  );

  it('is several incidents', () => {
    expect(incidentsOf(series)).toEqual(['00 01', '10 11', '20 21']);
  });
});
