import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

const filler = ['The mayor came.', 'It was cold.', 'Coffee was served.', 'The school was shut.'];

const kinds = (title: string, ...body: string[]): string[] =>
  mentionsOf(title, [...body, ...filler])
    .filter(({ kind }) => kind === 'incident')
    .map(({ what }) => `${what.family} ${what.acledSubEventType ?? what.hazardType ?? '-'}`);

describe('harm that no one did', () => {
  it('belongs to the mishap that is told beside it', () => {
    expect(
      kinds(
        'Boy found dead in Springfield',
        'A boy was found dead on Tuesday.',
        'The boy fell into a shaft.',
      ),
    ).toEqual(['accident -']);
  });

  it('is an accident where the text calls it one', () => {
    expect(
      kinds(
        'Man dead in Springfield',
        'A man was accidentally shot on Tuesday while he cleaned a rifle.',
      ),
    ).toEqual(['accident Technological/Miscellaneous/accidental shooting']);
  });

  it('burns where fire kills', () => {
    expect(kinds('Fire kills man in Springfield', 'A fire killed a man on Tuesday.')).toEqual([
      'accident Technological/Miscellaneous/fire',
    ]);
  });

  it('is done where guns fire or someone attacks', () => {
    expect(kinds('Man dead', 'Sniper fire killed a man in Springfield on Tuesday.')[0]).toContain(
      'Attack',
    );
    expect(
      kinds(
        'Man stabbed',
        'A man was stabbed to death in Springfield on Tuesday.',
        'A boy fell into a shaft.',
      )[0],
    ).toContain('Attack');
  });
});

describe('a vigil', () => {
  it('mourns where someone was killed', () => {
    expect(
      kinds(
        'Woman killed in Springfield',
        'A woman was shot dead on Tuesday.',
        'Friends held a candlelight vigil on Wednesday.',
      ),
    ).toEqual(['crime Attack']);
  });

  it('protests where no one was', () => {
    expect(
      kinds(
        'Vigil in Springfield',
        'Hundreds of students held a candlelight vigil on Tuesday against the new dam.',
      ),
    ).toEqual(['political Peaceful protest']);
  });
});
