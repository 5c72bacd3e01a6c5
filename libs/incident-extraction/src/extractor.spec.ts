import { describe, expect, it } from '@jest/globals';
import { articleText, Mention } from '@tocsin/contracts';
import type { Geoparser } from '@tocsin/geocoding';
import fc from 'fast-check';
import { Value } from 'typebox/value';
import { createIncidentExtractor } from './extractor.js';
import { article, wikinews, workedExample } from './testing/articles.js';

const extractor = createIncidentExtractor();

/** A gazetteer of one town. */
const springfield: Geoparser = {
  toponyms: (text) =>
    [...text.matchAll(/Springfield/g)].map(({ index }) => ({
      start: index,
      end: index + 11,
      words: 'Springfield',
      kind: 'locative',
      confidence: 0.9,
      place: {
        name: 'Springfield',
        kind: 'city',
        admin1: 'Illinois',
        admin2: null,
        countryIso3: 'USA',
        latitude: 39.8,
        longitude: -89.6,
        geonameId: 4250542,
        population: 114_394,
      },
    })),
};

describe('mentions of an article', () => {
  it('have their places looked up with the country of the page', () => {
    const hints: unknown[] = [];
    const geoparser: Geoparser = {
      toponyms: (_text, hint) => {
        hints.push(hint);
        return [];
      },
    };
    const text = { title: 'Two killed in shooting', paragraphs: ['Two men were shot dead.'] };
    const own = createIncidentExtractor({ geoparser });
    own.extract({ ...article(text), url: 'https://www.example.ie/a' });
    own.extract({ ...article(text), url: 'https://www.example.com/a' });
    expect(hints).toEqual([{ countryIso3: 'IRL' }, { countryIso3: null }]);
  });

  it('merges headline, lead and details into one', () => {
    const mentions = createIncidentExtractor({ geoparser: springfield }).extract(
      article({
        title: '1 killed, 3 wounded in Springfield shooting',
        paragraphs: [
          'One person was killed and three others injured in a shooting in Springfield on Saturday night, police said Sunday.',
          'The shooting happened at about 10 p.m. Two of the victims were taken to hospital.',
        ],
        publishedAt: '2022-01-09',
      }),
    );
    expect(mentions).toHaveLength(1);
    expect(mentions[0]).toMatchObject({
      kind: 'incident',
      realis: 'actual',
      when: { start: '2022-01-08', end: '2022-01-08' },
      where: { place: 'Springfield', geoPrecision: 1, latitude: 39.8 },
      casualties: { killed: { best: 1 }, injured: { best: 3 } },
    });
  });

  it('keeps another day apart', () => {
    const mentions = extractor.extract(
      article({
        title: 'Two bombings in a week',
        paragraphs: [
          'A car bomb killed five people on Monday.',
          'Another bombing killed two soldiers on Wednesday.',
        ],
      }),
    );
    const killed = mentions.map((m) => [m.when.start, m.casualties.killed?.best]);
    expect(killed).toEqual(
      expect.arrayContaining([
        ['2022-01-03', 5],
        ['2022-01-05', 2],
      ]),
    );
  });

  it('marks what is long past as background', () => {
    const mentions = extractor.extract(
      article({
        title: 'Bomb kills three in market',
        paragraphs: [
          'A bomb killed three people in a market on Tuesday.',
          'In 1998 a bombing killed 29 people there.',
        ],
      }),
    );
    expect(mentions.find((m) => m.casualties.killed?.best === 3)?.background).toBe(false);
    expect(mentions.find((m) => m.casualties.killed?.best === 29)?.background).toBe(true);
  });

  it('says nothing of an article in another language', () => {
    expect(extractor.extract(article({ title: 'Bomb kills 3', language: 'fr' }))).toEqual([]);
  });

  it('stays silent on the Wikinews articles that report no incident', () => {
    const reporting = wikinews()
      .filter((each) => extractor.extract(each).length > 0)
      .map((each) => each.title);
    expect(reporting.sort()).toEqual([
      'At least 107 killed in Mecca crane collapse',
      'Hundreds dead in Hajj stampede',
    ]);
  });
});

describe('every mention', () => {
  const opening = fc.constantFrom(
    'Gunmen killed',
    'A bomb wounded',
    'Police said rebels shot',
    'At least two dozen',
    'According to witnesses, protesters burned',
    'EXPLOSION KILLS',
    'On Monday night',
  );
  const words = fc.array(
    fc.oneof(
      opening,
      fc.constantFrom(
        'three soldiers',
        'people, including 2 children,',
        'were killed',
        'near the town.',
        'so far 353 officers injured',
        '“quoted”',
        '👍 ﷽',
        '1.2m',
        'ten to twenty',
        '\n',
      ),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 40 },
  );

  it('quotes the text exactly at its offsets, whatever the text', () => {
    const own = createIncidentExtractor({ geoparser: springfield });
    fc.assert(
      fc.property(words, words, (title, body) => {
        const each = article({ title: title.join(' '), paragraphs: [body.join(' ')] });
        const text = articleText(each);
        for (const mention of own.extract(each)) {
          expect(mention.claims.length).toBeGreaterThan(0);
          for (const { quote, start, end } of mention.claims) {
            expect(text.slice(start, end)).toBe(quote);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(own.droppedClaims).toBe(0);
  });

  it('fits the contract', () => {
    for (const each of [workedExample(), ...wikinews()]) {
      for (const mention of extractor.extract(each)) {
        expect([...Value.Errors(Mention, mention)]).toEqual([]);
      }
    }
  });
});
