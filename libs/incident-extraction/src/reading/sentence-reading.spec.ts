import { describe, expect, it } from '@jest/globals';
import { article, wikinews } from '../testing/articles.js';
import { phrase, reading } from '../testing/readings.js';
import { readDocument } from '../text/document.js';
import { readSentences, SentenceReader, withFrames } from './sentence-reading.js';

describe('a sentence', () => {
  it('gives the event the day that is not the report’s', () => {
    const read = reading('Police said Thursday that two men were shot on Tuesday with a rifle.');
    expect(read.times.map((t) => t.start)).toEqual(['2022-01-04']);
    expect(read.instruments.map((i) => [phrase(read, i.from, i.to), i.value])).toEqual([
      ['rifle', 'rifle'],
    ]);
    expect(read.attribution.chain).toEqual([{ name: 'Police', class: 'police' }]);
    expect(read.runningTotal).toBeNull();
  });

  it('leaves the day of saying to the saying', () => {
    const days = (text: string) => reading(text).times.map(({ start }) => start);
    expect(days('Police said Tuesday that a man was shot on Monday.')).toEqual(['2022-01-03']);
    expect(days('Police said on Tuesday that a man was shot on Monday.')).toEqual(['2022-01-03']);
    expect(days('Police told of a shooting Monday they said hurt two men.')).toEqual([
      '2022-01-03',
    ]);
  });

  it('counts "the following day" from the day told before it, which is not the page’s stamp', () => {
    const read = (...paragraphs: string[]) =>
      readSentences(readDocument(article({ title: '', paragraphs }))).at(-1)!.times[0]?.start;
    expect(read('He was shot on Dec. 31.', 'She was arrested the following day.')).toBe(
      '2022-01-01',
    );
    expect(
      read('He was shot on Dec. 31. (Updated Jan. 4.)', 'She was arrested the following day.'),
    ).toBe('2022-01-01');
  });

  it('without an event has no frame', () => {
    expect(reading('The council met.')).toMatchObject({ frames: [], tolls: [], times: [] });
  });
});

describe('the outline of an article', () => {
  const filler = Array.from({ length: 6 }, () => 'Two women opened the fair with music.');
  const read = (...paragraphs: string[]) =>
    new SentenceReader(readDocument(article({ title: '', paragraphs })));

  it('has all that happens, all totals and the lead', () => {
    const outline = read(
      ...filler,
      'Gunmen killed two men.',
      'The death toll has risen to 20.',
      'So far 9 people have died.',
    ).outline(2);
    expect(outline.map(({ frames }) => frames.map(({ trigger }) => trigger.sense.id))).toEqual([
      ...filler.map(() => []),
      ['kill'],
      ['die'],
      ['die'],
    ]);
    expect(outline.map(({ runningTotal }) => runningTotal)).toEqual([
      ...filler.map(() => null),
      null,
      'total',
      'total',
    ]);
  });

  it('is of what reading all gives, whichever of both comes first', () => {
    for (const { title, paragraphs } of wikinews()) {
      const document = readDocument(article({ title, paragraphs: [...filler, ...paragraphs] }));
      const reader = new SentenceReader(document);
      const outline = reader.outline(3);
      const all = reader.all();
      expect(outline.map(({ frames }) => frames)).toEqual(all.map(({ frames }) => frames));
      expect(JSON.stringify(all)).toBe(JSON.stringify(readSentences(document)));
    }
  });
});

describe('a reading with other frames', () => {
  it('keeps all else, its times too', () => {
    const before = reading('Two men were shot on Tuesday.');
    const after = withFrames(before, []);
    expect(after).toMatchObject({ sentence: before.sentence, tolls: before.tolls, frames: [] });
    expect(after.times).toEqual(before.times);
    expect(after.times.length).toBe(1);
  });
});
