import { describe, expect, it } from '@jest/globals';
import { readSentences } from '../reading/sentence-reading.js';
import { article, wikinews } from '../testing/articles.js';
import { mentionsOf } from '../testing/mentions.js';
import { readDocument } from '../text/document.js';
import { isBrief, isConcrete, mayReport, reportsIncident } from './fallbacks.js';
import { mergePieces } from './merge.js';

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

describe('a flash', () => {
  const brief = (...paragraphs: string[]) =>
    isBrief(readDocument(article({ title: '', paragraphs })));
  const long = `The fair opened with ${Array.from({ length: 40 }, () => 'music').join(' and ')}.`;

  it('is a text of few sentences, and of few words', () => {
    expect(brief('Gunmen killed two men.', 'It rained.')).toBe(true);
    expect(brief(...Array.from({ length: 6 }, () => 'The fair opened with music.'))).toBe(false);
    expect(brief(long, long)).toBe(false);
  });
});

describe('whether sentences can make a mention', () => {
  const may = (...paragraphs: string[]) =>
    mayReport(readSentences(readDocument(article({ title: '', paragraphs }))), false);
  const filler = Array.from({ length: 8 }, () => 'The fair opened with music and games.');

  it.each([
    ['A bomb exploded.', ...filler],
    ['Three men died.', ...filler],
    [...filler, 'Gunmen killed two men.'],
    [...filler, 'So far 20 people have died this year.'],
  ])('they may: %#', (...paragraphs) => {
    expect(may(...paragraphs)).toBe(true);
  });

  it('a passing word or a happening far down cannot', () => {
    expect(may('The death of rock was announced.', ...filler)).toBe(false);
    expect(may(...filler, 'A bomb exploded.')).toBe(false);
  });

  it('is never denied where the rules of drafts find one', () => {
    const denied = wikinews()
      .flatMap(({ paragraphs }) => paragraphs)
      .map((paragraph) => readDocument(article({ paragraphs: [...filler, paragraph] })))
      .map((document) => ({ document, readings: readSentences(document) }))
      .filter(({ readings }) => !mayReport(readings, false));
    const drafts = denied.flatMap(({ document, readings }) => mergePieces(document, readings, []));
    expect(drafts.length).toBeGreaterThan(0);
    expect(drafts.filter((draft) => reportsIncident([draft], false) || isConcrete(draft))).toEqual(
      [],
    );
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
