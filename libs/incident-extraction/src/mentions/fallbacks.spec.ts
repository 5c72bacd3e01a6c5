import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

describe('what an article reports', () => {
  it('must be told in title or lead; what else it tells is background', () => {
    const filler = Array.from({ length: 8 }, () => 'The fair opened with music and games.');
    const mentions = mentionsOf('Town fair opens', [...filler, 'Gunmen killed two men.']);
    expect(mentions.map(({ background }) => background)).toEqual([true]);
    expect(mentionsOf('Town fair opens', [...filler, 'In 2005 gunmen killed two men.'])).toEqual(
      [],
    );
  });

  it('is not a word in passing', () => {
    expect(mentionsOf('Band ends tour', ['The death of rock was announced.'])).toEqual([]);
  });
});

describe('a killing in the midst of protests', () => {
  it('is part of them and has their time', () => {
    const mentions = mentionsOf('Officer killed amid violent protests', [
      'An officer was killed amid violent protests in Springfield.',
      'Protests erupted this week.',
    ]);
    const killing = mentions.find((m) => m.casualties.killed)!;
    const protests = mentions.find((m) => m.mentionId === killing.partOf)!;
    expect(protests.what.ploverType).toBe('PROTEST');
    expect(killing.when).toMatchObject({ start: '2022-01-03', end: '2022-01-06' });
  });
});
