import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Article, Mention } from '@tocsin/contracts';
import fc from 'fast-check';
import { Value } from 'typebox/value';
import { createIncidentExtractor, violationsOf } from './index.js';
import { article, wikinews, workedExample } from './testing/articles.js';
import { fewPlaces } from './testing/mentions.js';

const extractor = createIncidentExtractor({ geoparser: fewPlaces });

/** All that is wrong with what is made of an article; the claims that the last guard refused count too. */
function breaches(told: Article): string[] {
  const dropped = extractor.droppedClaims;
  const mentions = extractor.extract(told);
  const again = createIncidentExtractor({ geoparser: fewPlaces }).extract(told);
  return [
    ...violationsOf(told, mentions),
    ...mentions.flatMap((mention) => [...Value.Errors(Mention, mention)].map((e) => e.message)),
    ...(JSON.stringify(again) === JSON.stringify(mentions) ? [] : ['another run, another result']),
    ...(extractor.droppedClaims === dropped ? [] : ['claims were dropped']),
  ];
}

/** Sentences of the CC BY-SA set that ships. */
const sentences = readFileSync(new URL('../fixtures/plover-gsr.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { text: string }).text);

describe('every mention of every text keeps what it promises', () => {
  it.each([workedExample(), ...wikinews()].map((each) => [each.title, each] as const))(
    'in the article %j',
    (_, told) => {
      expect(breaches(told)).toEqual([]);
      const capitals = told.paragraphs.map((each) => each.toUpperCase());
      expect(breaches({ ...told, title: '', paragraphs: capitals })).toEqual([]);
    },
  );

  it('in single sentences, and in all of them as one article', () => {
    const single = sentences.map((text) => article({ paragraphs: [text] }));
    for (const told of single) expect(breaches(told)).toEqual([]);
    // Else the sentences would show nothing.
    expect(single.flatMap((told) => extractor.extract(told)).length).toBeGreaterThan(20);
    expect(breaches(article({ title: sentences[0]!, paragraphs: sentences }))).toEqual([]);
  });

  it('whatever stands in the captions', () => {
    const told = article({
      title: 'Bomb kills two',
      paragraphs: ['A bomb killed two men in Springfield on Monday.'],
      captions: ['Gunmen killed nine people in Kansas on Sunday.', 'So far 353 were injured.'],
    });
    expect(breaches(told)).toEqual([]);
    expect(extractor.extract(told)).toHaveLength(1);
  });
});

/** What texts are made of at their worst. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...sentences.flatMap((each) => each.split(/(?<=,) /))) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'Gunmen killed three soldiers',
      'A BOMB WOUNDED AT LEAST TWO DOZEN PEOPLE IN KANSAS',
      'died of his wounds, bringing the toll to 14',
      'between ten and twenty people, including 2 children,',
      'in Springfield, Illinois on Monday night, police said.',
      'So far 353 officers have been injured.',
      'denied that its fighters attacked the village',
      '“We shot him,” he said.',
      'no one was hurt',
      '1.2m',
      'minus 0 dead',
      '99999999999999999999 killed',
      '0 injured',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\n\n', '\0', '\ud83d', '\udc4d', '👍', '\u202e', '﷽', '\u200b'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('قتل ثلاثة', '(((((', ']]]]', '"', '”', '’s', '--', '…', '%s'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a'.repeat(3_000), '9'.repeat(400), 'killed-'.repeat(300)),
  },
);
const block = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '));
const anyArticle = fc
  .record({
    title: block,
    paragraphs: fc.array(block, { maxLength: 4 }),
    captions: fc.array(block, { maxLength: 1 }),
    publishedAt: fc.constantFrom(
      null,
      '2022-01-06',
      '2024-02-29T23:59:59Z',
      '1990-12-31',
      'rubbish',
    ),
  })
  .map(article);

describe('every mention of a hostile text keeps what it promises', () => {
  it('when it is made of whatever there is', () => {
    let mentions = 0;
    fc.assert(
      fc.property(anyArticle, (told) => {
        mentions += extractor.extract(told).length;
        expect(breaches(told)).toEqual([]);
      }),
      { seed: 20_220_106, numRuns: 250 },
    );
    // Else nothing would have been tried.
    expect(mentions).toBeGreaterThan(250);
  });

  it.each([
    ['sentences of one word', 'Killed. '.repeat(400)],
    ['brackets', `${'('.repeat(3_000)}two killed${')'.repeat(3_000)}`],
    ['quotation marks', '“'.repeat(2_000) + 'Gunmen killed two.'],
    ['numbers', '2 3 4 5 killed and 6 7 8 injured, '.repeat(150)],
    ['places', 'Gunmen killed two in Springfield, Kansas, Illinois, '.repeat(100)],
    ['one word in all', 'kill'.repeat(5_000)],
    ['capitals', 'GUNMEN KILLED TWO MEN ON MONDAY. '.repeat(200)],
    ['commas', 'a man, a boy, '.repeat(400) + 'were killed.'],
  ])('when it is nothing but %s', (_, text) => {
    expect(breaches(article({ title: 'Two killed', paragraphs: [text] }))).toEqual([]);
  });
});
