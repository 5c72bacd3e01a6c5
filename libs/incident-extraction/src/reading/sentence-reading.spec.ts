import { describe, expect, it } from '@jest/globals';
import { phrase, reading } from '../testing/readings.js';

describe('a sentence', () => {
  it('gives the event the day that is not the report’s', () => {
    const read = reading('Police said Thursday that two men were shot on Tuesday with a rifle.');
    expect(read.times.map((t) => t.start)).toEqual(['2022-01-04']);
    expect(read.instruments.map((i) => [phrase(read, i.from, i.to), i.value])).toEqual([
      ['rifle', 'rifle'],
    ]);
    expect(read.attribution.chain).toEqual([{ name: 'Police', class: 'police' }]);
    expect(read.runningTotal).toBe(false);
  });

  it('leaves the day of saying to the saying', () => {
    const days = (text: string) => reading(text).times.map(({ start }) => start);
    expect(days('Police said Tuesday that a man was shot on Monday.')).toEqual(['2022-01-03']);
    expect(days('Police said on Tuesday that a man was shot on Monday.')).toEqual(['2022-01-03']);
  });

  it('without an event has no frame', () => {
    expect(reading('The council met.')).toMatchObject({ frames: [], tolls: [], times: [] });
  });
});
