import { describe, expect, it } from '@jest/globals';
import { placed } from '../testing/placed.js';
import { reading } from '../testing/readings.js';
import { directionOf, relationOf } from './place-relation.js';

/** The relation of the last place that an article's sentence names. */
const relation = (text: string) => {
  const { candidates } = placed(text);
  return relationOf(candidates.flatMap(({ standings }) => standings).at(-1)!);
};

describe('how a place stands to what its sentence tells', () => {
  it.each([
    ['A man was shot dead in Springfield.', 'in'],
    ['Two men died in an attack near the port city of Springfield.', 'in'],
    ['In Springfield, a gunman killed two men.', 'front'],
    ['Also on Tuesday in Springfield, a judge was shot dead.', 'front'],
    ['Two men died in the Springfield attack.', 'modifies'],
    ['A man was shot dead, police in Springfield said.', 'said'],
    ['Gunmen killed two men from Springfield.', 'from'],
    ['Gunmen killed the mayor of Springfield.', 'of'],
    ['A gunman killed two men who lived in Springfield.', 'aside'],
    ['Officers in Springfield killed a man.', 'subject'],
  ])('%s: %s', (text, expected) => {
    expect(relation(text)).toBe(expected);
  });

  it('is none where the draft tells nothing in the sentence', () => {
    expect(relation('A man was shot dead. The council met in Springfield.')).toBeNull();
  });
});

describe('the words before a name', () => {
  const direction = (text: string) => {
    const { tokens } = reading(text).sentence;
    return directionOf(
      tokens,
      tokens.findIndex((token) => token.text === 'Springfield'),
    );
  };

  it('say that it is where, or which way', () => {
    expect(direction('It was in northern Springfield.')).toBe('where');
    expect(direction('It was in Shelbyville, Springfield.')).toBe('where');
    expect(direction('He drove to Springfield.')).toBe('to');
    expect(direction('It was late; Springfield slept.')).toBeNull();
  });
});
