import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../../testing/mentions.js';

const toll = (title: string, ...paragraphs: string[]): (number | null)[] => {
  const { killed, injured } = mentionsOf(title, paragraphs, { publishedAt: '2022-01-06' })[0]!
    .casualties;
  return [killed?.best ?? null, injured?.best ?? null];
};

describe('tolls that stand beside an incident', () => {
  const news = [
    'Four men were wounded in a bar in Springfield on Wednesday, police said.',
    'The bar was full.',
    'It is in the old town.',
    'No one was arrested.',
  ] as const;

  it('are those of a link to another article', () => {
    const link = 'Officer killed in traffic stop';
    expect(toll('Four wounded in bar', ...news, link)).toEqual([null, 4]);
    expect(toll('Four wounded in bar', ...news, `${link}.`)).toEqual([1, 4]);
    expect(toll('Four wounded in bar', ...news, '19-year-old killed in crash')).toEqual([null, 4]);
  });

  it('are those of several incidents together', () => {
    const several = 'Nine people were wounded in three separate shootings, police said.';
    expect(toll('Four wounded in bar', ...news, several)).toEqual([null, 4]);
    expect(toll('Nine wounded', several)).toEqual([null, 9]);
    const across = 'Nine people were wounded in shootings across the city, police said.';
    expect(toll('Four wounded in bar', ...news, across)).toEqual([null, 4]);
    const series = 'Nine people were wounded in a series of shootings, police said.';
    expect(toll('Four wounded in bar', ...news, series)).toEqual([null, 4]);
  });

  it('are those of two towns or of all, where one has its own', () => {
    const [first, other] = mentionsOf('Bombs in two towns', [
      'Two bombs exploded in Springfield and Shelbyville on Tuesday, killing 81 people.',
      'At least 74 people were killed in Springfield.',
    ]);
    expect(first!.casualties).toMatchObject({ killed: { best: 74 } });
    expect(other!.casualties).toMatchObject({ killed: { basis: 'shared' }, sharedToll: true });
    const shared = mentionsOf('Bombs in two towns', [
      'Two bombs exploded in Springfield and Shelbyville on Tuesday.',
      'More than 100 people were killed in the blasts in Springfield and Shelbyville.',
    ]);
    expect(shared.map(({ casualties }) => casualties.killed?.best)).toEqual([100, 100]);
    const all = 'In all, nine people were wounded in the shootings, police said.';
    expect(toll('Four wounded in bar', ...news, all)).toEqual([null, 4]);
  });

  it('are those of an earlier day', () => {
    const earlier = 'It is a block from where a November shooting killed two people.';
    expect(toll('Four wounded in bar', ...news, earlier)).toEqual([null, 4]);
    const first = 'In November, a driver killed three people there with a stolen car, police said.';
    expect(toll('Four wounded in bar', ...news, first)).toEqual([null, 4]);
    const own = 'The shooting on Wednesday killed two people.';
    expect(toll('Four wounded in bar', ...news, own)).toEqual([2, 4]);
  });
});
