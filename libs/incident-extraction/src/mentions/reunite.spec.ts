import { describe, expect, it } from '@jest/globals';
import { article } from '../testing/articles.js';
import { fewPlaces, mentionsOf } from '../testing/mentions.js';
import { draftsOf } from '../tooling/drafts.js';
import { placePiece, timePiece } from './draft.js';
import { reunite, type Situated } from './reunite.js';

const attacks = (...paragraphs: string[]) =>
  mentionsOf('Man charged in Springfield', paragraphs).filter(
    ({ what }) => what.acledSubEventType === 'Attack',
  );

/** What an article of one sentence tells, where and when that sentence says. */
function situated(sentence: string): Situated {
  const draft = draftsOf(article({ paragraphs: [sentence] }), fewPlaces).main!;
  const piece = placePiece(draft)!;
  return {
    draft,
    time: timePiece(draft),
    place: { piece, toponym: piece.place!, level: 'place' },
  };
}

describe('what an article tells twice', () => {
  it('is one incident where only the first sentence’s day, of a charge, kept it apart', () => {
    const told = attacks(
      'On Wednesday police in Springfield charged a man who is said to have shot a woman dead.',
      'The woman was shot in her house in Springfield on Sunday night.',
    );
    expect(told).toMatchObject([
      { when: { start: '2022-01-02' }, casualties: { killed: { best: 1 } } },
    ]);
  });

  it.each([
    ['a word', 'In a separate shooting, a woman was wounded in Springfield on Sunday evening.'],
    ['another victim by name', 'John Doe was shot dead in Springfield on Sunday evening.'],
  ])('is two incidents where %s tells them apart', (_, other) => {
    expect(attacks('Ann Roe was shot dead in Springfield on Sunday evening.', other)).toHaveLength(
      2,
    );
  });

  it('is two incidents where two things were hit', () => {
    const school = situated('Masked men set fire to a school in Springfield on Sunday.');
    const bank = situated('Gunmen set fire to a bank in Springfield on Sunday.');
    const again = situated('The school was set on fire in Springfield on Sunday.');
    expect(reunite([school, bank])).toHaveLength(2);
    expect(reunite([school, again])).toHaveLength(1);
  });

  it('is one incident where a shooting is called a gun battle, unless soldiers or rebels fight', () => {
    const shot = situated('A man was shot dead in Springfield on Sunday.');
    const fight = situated(
      'A gun battle between two gangs in Springfield on Sunday woke the town.',
    );
    expect([shot, fight].map(({ draft }) => draft.eventClass)).toEqual(['force', 'battle']);
    expect(reunite([shot, fight])).toHaveLength(1);
    const army = situated('A gun battle of soldiers and rebels raged in Springfield on Sunday.');
    expect(army.draft.eventClass).toBe('battle');
    expect(reunite([shot, army])).toHaveLength(2);
  });

  it('is one incident where both count the same people, whatever day only one of them has', () => {
    const bombed = situated('A bomb in Springfield killed four men and wounded 120 on Monday.');
    const undated = situated('In Springfield four men were killed and 120 wounded.');
    const later = situated('Four men were killed in Springfield on Thursday.');
    const fewer = situated('In Springfield two men were killed.');
    expect(reunite([bombed, undated])).toHaveLength(1);
    expect(reunite([bombed, later])).toHaveLength(2);
    expect(reunite([bombed, fewer])).toHaveLength(2);
    const passing = { ...undated, draft: { ...undated.draft, background: true } };
    expect(reunite([passing, bombed]).map(({ background }) => background)).toEqual([false]);
  });

  it('is one mishap of a town where neither telling has a day', () => {
    const fire = situated('A fire broke out at a plant in Springfield.');
    const again = situated('The plant in Springfield caught fire.');
    expect(fire.draft.eventClass).toBe('accident');
    expect(reunite([fire, again])).toHaveLength(1);
  });

  it('is two incidents on two days', () => {
    expect(
      attacks(
        'Ann Roe was shot dead in Springfield on Sunday evening.',
        'A man was stabbed in Springfield on Tuesday.',
      ),
    ).toHaveLength(2);
  });
});
