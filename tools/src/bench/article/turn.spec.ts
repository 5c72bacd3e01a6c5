import { describe, expect, it } from '@jest/globals';
import { CONTESTANT_NAMES, CONTESTANTS } from './contestant.js';
import { loadPages } from './pages.js';
import { takeTurn } from './turn.js';

const page = (text: string) => ({ url: 'https://a.example/', bytes: Buffer.from(text) });

describe('a turn', () => {
  it('tells how each page ended, in order, and goes on after an error', () => {
    const readings = takeTurn(({ bytes }) => {
      if (bytes.length > 4) throw new Error('too long');
      return bytes.length > 2;
    }, ['1', '55555', '333'].map(page));
    expect(readings.map(({ end }) => end)).toEqual(['refused', 'threw', 'found']);
  });

  it('tells the time that each page took', () => {
    const busy = () => {
      const until = performance.now() + 20;
      while (performance.now() < until);
      return true;
    };
    const [reading] = takeTurn(busy, [page('')]);
    expect(reading!.ms).toBeGreaterThanOrEqual(20);
    expect(reading!.cpuMs).toBeGreaterThan(0);
  });
});

describe.each(CONTESTANT_NAMES)('%s', (name) => {
  it('finds something in the bundled pages', async () => {
    const readPage = await CONTESTANTS[name].load();
    const [first] = await loadPages({ sets: [] });
    expect(takeTurn(readPage, [first!])).toMatchObject([{ end: 'found' }]);
  });
});
