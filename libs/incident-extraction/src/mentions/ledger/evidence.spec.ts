import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from '../../testing/tellings.js';

const sources = (kind: 'killed' | 'injured', value: number, ...text: [string, ...string[]]) => [
  ...(evidenceOf(...text)[kind].values.get(value) ?? []),
];

describe('what speaks for a figure', () => {
  const text: [string, ...string[]] = [
    'Two killed in shooting',
    'Ann Lee, 30, was shot dead on Monday.',
    'A man was wounded.',
  ];

  it('is where a number stands', () => {
    expect(sources('killed', 2, ...text)).toEqual(['rule', 'title', 'lead', 'highest', 'usual']);
  });

  it('is how many people are told of one by one', () => {
    expect(sources('killed', 1, ...text)).toEqual(['people', 'sure people', 'lead people']);
    expect(sources('injured', 1, ...text)).toEqual(
      expect.arrayContaining(['people', 'wounded people', 'victims']),
    );
  });

  it('is how many of those shot were not killed', () => {
    const rest = sources('injured', 3, 'Four people shot, one fatally, in park');
    expect(rest).toEqual(['rule', 'rest', 'rest of title', 'rest of lead']);
  });

  it('is the number stated most often', () => {
    const often = ['Three killed.', 'Two men were killed.', 'Two men were killed.'] as const;
    expect(sources('killed', 2, 'Shooting in bar', ...often)).toContain('usual');
  });

  it('is those killed together with who did it', () => {
    const told = ['A man killed five people before killing himself on Monday.'] as const;
    expect(sources('killed', 6, 'Five killed in shooting', ...told)).toEqual(
      expect.arrayContaining(['lead', 'with attackers']),
    );
    expect(sources('killed', 5, 'Five killed in shooting', ...told)).toContain('without attackers');
    expect(sources('killed', 6, 'Five killed in shooting')).toEqual([]);
  });

  it('is those killed besides an assailant who is told apart', () => {
    const title = 'Three members of family fatally shot; suspect killed';
    expect(sources('killed', 4, title)).toContain('and himself');
    expect(sources('killed', 4, 'Three dead, including suspect, in bar')).toEqual([]);
  });

  it('is never more by who did it than a number that counts him', () => {
    const told = ['Three died, including gunman Bob Roe, who killed himself.'] as const;
    expect(sources('killed', 4, 'Three dead in bar', ...told)).toEqual([]);
    const done = ['Roe shot and killed four of his friends before killing himself.'] as const;
    expect(sources('killed', 6, 'Five found dead in house', ...done)).toEqual([]);
  });

  it('is what one sentence’s numbers add up to', () => {
    const told = ['Two men were wounded and five women were injured.'] as const;
    expect(sources('injured', 7, 'Shooting in bar', ...told)).toContain('sum');
  });

  it('is who can be none of the dead', () => {
    const told = ['A man was shot dead on Monday.', 'A woman was shot.'] as const;
    expect(sources('injured', 1, 'Shooting in bar', ...told)).toContain('distinct people');
  });

  it('is everyone shot where whoever died is the gunman, or stands beside them', () => {
    const told = ['A man shot three women on Monday before turning the gun on himself.'] as const;
    expect(sources('injured', 3, 'Man shoots three women', ...told)).toContain('rest of victims');
    const beside = ['Nine people were shot and one man was killed on Monday.'] as const;
    expect(sources('injured', 9, 'Shooting in bar', ...beside)).toContain('beside the dead');
  });

  it('is how many are each someone else', () => {
    const told = [
      'A man was shot on Monday.',
      'A woman was shot, too.',
      'A boy, 9, was shot.',
    ] as const;
    expect(sources('injured', 3, 'Shooting in bar', ...told)).toContain('several people');
  });

  it('can be nothing', () => {
    expect(sources('killed', 0, 'Man wounded in shooting')).toEqual(
      expect.arrayContaining(['rule', 'people']),
    );
    expect(sources('injured', 0, 'Two wounded in shooting')).not.toContain('rule');
  });

  it('is what one phrase lists without a number', () => {
    const told = ['The shooting wounded a second officer and a clerk on Monday.'] as const;
    expect(sources('injured', 2, 'Shooting in bar', ...told)).toContain('list');
  });

  it('is what one sentence tells of with and without numbers', () => {
    const died = ['Two boys were killed and their father died on Monday.'] as const;
    expect(sources('killed', 3, 'Deaths in town', ...died)).toContain('sum with singles');
    const hurt = ['One victim is in critical condition and another in stable condition.'] as const;
    expect(sources('injured', 2, 'Shooting in bar', ...hurt)).toContain('sum with singles');
  });

  it('is two at least where several are not counted, and any where "several" were shot', () => {
    const died = ['The teens were killed on Monday.'] as const;
    expect(sources('killed', 2, 'Deaths in town', ...died)).toContain('plural');
    const shot = ['Several people were shot, one of them fatally.'] as const;
    expect(sources('injured', 2, 'Shooting in bar', ...shot)).toContain('rest of vague');
  });

  it('is one more where whoever did it killed himself, too', () => {
    const left = ['He left seven people dead before he killed himself on Monday.'] as const;
    expect(sources('killed', 8, 'Seven dead in town', ...left)).toContain('and himself');
    const called = ['A man killed his wife and two sons in a murder-suicide.'] as const;
    expect(sources('killed', 4, 'Deaths in town', ...called)).toContain('and suicide');
  });

  it('is whoever is hurt beside the dead, whom nobody describes', () => {
    const told = ['Two people were killed and a boy was wounded on Monday.'] as const;
    expect(sources('injured', 1, 'Shooting in bar', ...told)).toContain('distinct people');
  });
});
