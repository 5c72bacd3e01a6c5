import { describe, expect, it } from '@jest/globals';
import { openCorpus } from './pages.js';

describe('the corpus of the line’s bench', () => {
  it('is the same for the same seed', async () => {
    const [one, same, other] = await Promise.all([
      openCorpus({ seed: 1 }),
      openCorpus({ seed: 1 }),
      openCorpus({ seed: 2 }),
    ]);
    const pages = [0, 40, 400].map((n) => one.pageAt(n));
    expect([0, 40, 400].map((n) => same.pageAt(n))).toEqual(pages);
    expect(other.pageAt(400)).not.toEqual(pages[2]);
  });

  it('has no page twice', async () => {
    const corpus = await openCorpus({ seed: 1 });
    const pages = Array.from({ length: 500 }, (_, n) => corpus.pageAt(n));
    // Without the test sets reports and pages are the same originals: each appears once as either.
    const originals = 25;
    expect(new Set(pages).size).toBeGreaterThanOrEqual(500 - originals);
  });

  it('refuses a folder without the sets', async () => {
    await expect(openCorpus({ dataDir: '/nowhere', seed: 1 })).rejects.toMatchObject({
      code: 'ERR_BENCH_USAGE',
    });
  });
});
