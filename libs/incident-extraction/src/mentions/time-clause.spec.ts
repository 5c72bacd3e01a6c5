import { describe, expect, it } from '@jest/globals';
import { reading } from '../testing/readings.js';
import { governorOf, isOwnDay, isSaidBeside, openerBefore, timeClause } from './time-clause.js';

const first = (text: string) => {
  const read = reading(text);
  return { read, time: read.times[0]!, triggers: read.frames.map(({ from }) => from) };
};

describe('the verb that a time stands with', () => {
  const verb = (text: string): string | null => {
    const { read, time } = first(text);
    const clause = governorOf(read, time);
    return clause && read.sentence.tokens[clause.verb.main]!.low;
  };

  it.each([
    ['Two men were shot on Monday in the park.', 'shot'],
    ['On Monday two men were shot in the park.', 'shot'],
    ['The minister today charged that rebels killed two men.', 'charged'],
    ['Two men were shot, the mayor of the town said after he met Monday with families.', 'met'],
    ['Two men were shot in the park, Monday.', null],
    ['A man who was shot on Monday has been named by the chief.', 'shot'],
    ['A man who was shot, the chief on Monday said, is dead.', 'said'],
  ])('%s', (text, expected) => {
    expect(verb(text)).toBe(expected);
  });
});

describe('what that verb tells', () => {
  const told = (text: string) => {
    const { read, time, triggers } = first(text);
    return timeClause(read, time, triggers);
  };

  it('is the happening itself, or has it for its subject or object', () => {
    expect(told('Two men were shot on Monday in the park.')).toBe('told');
    expect(told('Gunmen carried out an attack on Monday.')).toBe('told');
    expect(told("He was heartened by help in probing Monday's bombings.")).toBe('told');
    expect(told('The bombings last week claimed at least 217 lives.')).toBe('told');
  });

  it('is that someone said it or acted on it', () => {
    expect(told('The minister today charged that rebels killed two men.')).toBe('said');
    expect(told('The chief met on Monday with two men who were shot.')).toBe('said');
    expect(told('The coroner identified on Monday two men who were shot.')).toBe('said');
    expect(told('A man was booked on Monday for shooting two others.')).toBe('said');
  });

  it('is something else', () => {
    expect(told('Two men were shot as they walked on Monday in the park.')).toBe('other');
    const { read, time } = first('A man was arrested on Monday in the killing of a woman.');
    const killing = read.sentence.tokens.findIndex(({ low }) => low === 'killing');
    expect(timeClause(read, time, [killing])).toBe('other');
  });
});

describe('a word of saying beside a time', () => {
  const said = (text: string): boolean => {
    const { read, time } = first(text);
    return isSaidBeside(read.sentence.tokens, time);
  };

  it.each(['He met on Tuesday with the council.', 'On Tuesday the mayor met with the council.'])(
    'is there: %s',
    (text) => {
      expect(said(text)).toBe(true);
    },
  );

  it.each(['Crews came late Tuesday, he said.', 'On Tuesday, two met.'])(
    'is parted from it: %s',
    (text) => {
      expect(said(text)).toBe(false);
    },
  );
});

describe('the clause of time that a time stands in', () => {
  const opener = (text: string): string | null => {
    const { read, time, triggers } = first(text);
    const at = openerBefore(read, time, triggers);
    return at === null ? null : read.sentence.tokens[at]!.low;
  };

  it('is opened by a word behind the happening', () => {
    expect(opener('A man was shot after he left the bar on Monday.')).toBe('after');
    expect(opener('A man was shot who left the bar on Monday.')).toBeNull();
    expect(opener('A man was shot on Monday after he left the bar.')).toBeNull();
    expect(opener('After he left on Monday, a man was shot.')).toBeNull();
  });
});

describe('a day is an event’s own', () => {
  /** Whether the sentence's last time is that of its first trigger. */
  const own = (text: string): boolean => {
    const read = reading(text);
    return isOwnDay(read, read.times.at(-1)!, [read.frames[0]!.from]);
  };

  it.each([
    ['Two men were shot on Monday.', true],
    ['The attack happened on Monday.', true],
    ["Monday's bombing hurt two men.", true],
    ['Two men were killed in a blast in the town on Monday.', true],
    ['A man was arrested in the shooting of two men on Monday.', false],
    ['The minister spoke of the bombing and left on Monday.', false],
  ])('%s %s', (text, expected) => {
    expect(own(text)).toBe(expected);
  });
});
