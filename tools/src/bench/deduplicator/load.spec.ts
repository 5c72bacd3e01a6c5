import { describe, expect, it } from '@jest/globals';
import { decode } from '@tocsin/contracts';
import { signatureOf, compareTexts } from '@tocsin/dedup';
import { makeLoad } from './load.js';
import { signingRate } from './signing.js';

describe('the load of the deduplicator’s bench', () => {
  const plan = { articles: 20, tellingShare: 1, seed: 3, fetchedAt: Date.UTC(2026, 10, 26) };
  const load = makeLoad(plan);
  const values = load.records.map(({ value }) =>
    decode('incident-extracted', '2', value as Buffer),
  );

  it('is made of valid records with real mentions', () => {
    expect(values).toHaveLength(20);
    expect(load.mentions).toBe(values.reduce((sum, { mentions }) => sum + mentions.length, 0));
    expect(load.mentions).toBeGreaterThan(10);
  });

  it('has copies in it, and texts that differ', () => {
    const signatures = values.map(({ articleId, url, language, fingerprint }) =>
      signatureOf({ articleId, at: 0, url, language, fingerprint }),
    );
    const pairs = signatures.flatMap((a, at) =>
      signatures.slice(at + 1).map((b) => compareTexts(a, b)),
    );
    expect(pairs.filter((pair) => pair?.kind === 'exact').length).toBe(3);
    expect(pairs.filter((pair) => pair !== null && pair.kind !== 'exact')).toEqual([]);
  });

  it('is the same for the same seed, and another for another', () => {
    const silent = { ...plan, tellingShare: 0 };
    const [one, two, other] = [silent, silent, { ...silent, seed: 4 }].map(makeLoad);
    expect(one?.mentions).toBe(0);
    expect(two).toEqual(one);
    expect(other?.records[5]?.value).not.toEqual(one?.records[5]?.value);
  });
});

describe('signing alone', () => {
  it('has a rate', () => {
    expect(signingRate(0.05)).toBeGreaterThan(100);
  });
});
