import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { OrganisationBook } from './organisation-book.js';

const found = (text: string, more = ''): [string, string, string][] => {
  const sentences = [tokenize(text), tokenize(more)];
  const book = OrganisationBook.read(sentences);
  return sentences.flatMap((tokens) =>
    book.findAll(tokens).map(({ from, to, value }): [string, string, string] => [
      tokens
        .slice(from, to)
        .map((t) => t.text)
        .join(' '),
      value.name,
      value.actorClass,
    ]),
  );
};

describe('armed organisations', () => {
  it('are known by their lexicon', () => {
    expect(found('Fighters of the Taliban attacked.')).toEqual([['Taliban', 'Taliban', 'rebel']]);
  });

  it('are found by what their names are made of, and by the acronym that the text gives', () => {
    const front = 'Vadela Popular Liberation Front';
    expect(found(`The ${front} (VPLF) attacked.`, 'Police blamed the VPLF.')).toEqual([
      [front, front, 'rebel'],
      ['VPLF', front, 'rebel'],
      ['VPLF', front, 'rebel'],
    ]);
  });

  it('have names that go on behind "of"', () => {
    expect(found('The Revolutionary Army of Vadela attacked.')[0]?.[0]).toBe(
      'Revolutionary Army of Vadela',
    );
  });

  it.each([
    'The Third Infantry Brigade attacked.',
    'The front of the house burned.',
    'The Salvation Army gave food.',
    'A Popular Front of clouds.',
  ])('are not in %j', (text) => {
    expect(found(text).filter(([, , actorClass]) => actorClass === 'rebel')).toEqual([]);
  });
});
