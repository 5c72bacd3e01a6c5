import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

const attacks = (...paragraphs: string[]) =>
  mentionsOf('Man charged in Springfield', paragraphs).filter(
    ({ what }) => what.acledSubEventType === 'Attack',
  );

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

  it('is two incidents on two days', () => {
    expect(
      attacks(
        'Ann Roe was shot dead in Springfield on Sunday evening.',
        'A man was stabbed in Springfield on Tuesday.',
      ),
    ).toHaveLength(2);
  });
});
