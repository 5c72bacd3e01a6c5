import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

/** Place, killed and injured of all that an article tells. */
const told = (title: string, ...paragraphs: string[]) =>
  mentionsOf(title, paragraphs).map(({ where, casualties: { killed, injured } }) => [
    where.place,
    killed?.best ?? null,
    injured?.best ?? null,
  ]);

describe('several events of one sentence', () => {
  it('are one in each of the places that it lists', () => {
    expect(
      told(
        'Bombs in two towns',
        'Bombings at banks in Springfield and Shelbyville shook the state on Tuesday.',
      ).map(([place]) => place),
    ).toEqual(['Springfield', 'Shelbyville']);
  });

  it('share the figures of which none has its own', () => {
    const both = mentionsOf('Bombs kill ten', [
      'Bombs killed 7 people in Springfield and 3 in Shelbyville on Monday.',
      'More than 500 people were wounded in the bombings.',
    ]).map(({ casualties: { killed, injured, sharedToll } }) => [
      killed?.best,
      killed?.basis,
      injured?.best,
      injured?.basis,
      sharedToll,
    ]);
    expect(both).toEqual([
      [7, 'stated', 500, 'shared', true],
      [3, 'stated', 500, 'shared', true],
    ]);
  });

  it('have each its own number, where the places have one each', () => {
    expect(
      told(
        'Bombs kill ten',
        'Bombs killed 7 people in Springfield and 3 in Shelbyville on Monday.',
      ),
    ).toEqual([
      ['Springfield', 7, null],
      ['Shelbyville', 3, null],
    ]);
  });

  it('share what is told of all, until one of them has its own', () => {
    const lead = 'Bombings at banks in Springfield and Shelbyville shook the state on Tuesday.';
    const all = 'At least 82 people were killed and 170 were wounded.';
    const mentions = mentionsOf('Bombs in two towns', [lead, all]);
    for (const { casualties } of mentions)
      expect(casualties).toMatchObject({
        killed: { best: 82, basis: 'shared' },
        injured: { best: 170 },
        sharedToll: true,
      });
    const own = 'The blast in Springfield came first. At least 75 people were killed there.';
    expect(told('Bombs in two towns', lead, all, own)[0]).toEqual(['Springfield', 75, 170]);
  });

  it('are not where one is told, or the places are one', () => {
    const one = 'A bombing on the road between Springfield and Shelbyville killed two on Monday.';
    expect(told('Bomb kills two', one)).toHaveLength(1);
    const inState = 'Bombings in Springfield, Illinois, killed two people on Monday.';
    expect(told('Bombs kill two', inState)).toHaveLength(1);
    const moved = 'A man was shot in Springfield and died in Shelbyville on Monday.';
    expect(told('Man killed', moved)).toHaveLength(1);
  });
});
