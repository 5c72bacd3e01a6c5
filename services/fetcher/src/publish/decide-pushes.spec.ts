import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decidePush, type Known } from './decide-pushes.js';
import { readPush, type ReadPush } from './pushed-document.js';

const NOW = Date.UTC(2026, 0, 1);
const nothing = (): Known => ({ keys: new Map(), current: new Map() });
const push = (text: string, fetchedAt?: string, key: string | null = null): ReadPush =>
  readPush({ url: 'https://a.org/1', text, ...(fetchedAt ? { fetchedAt } : {}) }, key);

describe('a document without a fetch time', () => {
  it('is of now, and later than what is there whatever the clock says', () => {
    const known = nothing();
    expect(decidePush(push('a'), known, NOW)).toMatchObject({ status: 'accepted', version: NOW });
    expect(decidePush(push('a'), known, NOW + 5)).toMatchObject({
      status: 'unchanged',
      version: NOW,
    });
    expect(decidePush(push('b'), known, NOW - 9).version).toBe(NOW + 1);
  });
});

describe('a document from an archive', () => {
  it('has its fetch time as its version', () => {
    const result = decidePush(push('a', '2016-08-26T11:00:00Z'), nothing(), NOW);
    expect(result).toMatchObject({ status: 'accepted', version: Date.UTC(2016, 7, 26, 11) });
  });

  it('changes nothing where a later version is known', () => {
    const known = nothing();
    const live = decidePush(push('today'), known, NOW);
    const old = decidePush(push('then', '2016-08-26'), known, NOW);
    expect(old).toEqual({ ...live, status: 'outdated' });
  });

  it('can’t keep real versions out with a time to come', () => {
    const known = nothing();
    expect(decidePush(push('a', '2999-01-01'), known, NOW).version).toBe(NOW);
    expect(decidePush(push('b'), known, NOW + 10).version).toBe(NOW + 10);
  });

  it('ends the same in whatever order its versions come, and however often', () => {
    const text = fc.constantFrom('a', 'b', 'c');
    const year = fc.integer({ min: 2001, max: 2020 });
    const captures = fc.uniqueArray(fc.tuple(year, text), { selector: ([at]) => at, minLength: 1 });
    const orders = captures.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(orders, ([all, order]) => {
        const known = nothing();
        for (const [at, body] of order) decidePush(push(body, `${at}-01-01`), known, NOW);
        const [, newest] = all.reduce((a, b) => (b[0] > a[0] ? b : a));
        const [current] = known.current.values();
        expect(current?.contentHash).toBe(push(newest).contentHash);
      }),
    );
  });
});

describe('an idempotency key', () => {
  it('gives its first answer again, whatever has happened since', () => {
    const known = nothing();
    const first = decidePush(push('a', undefined, 'k'), known, NOW);
    decidePush(push('b'), known, NOW + 1);
    expect(decidePush(push('a', undefined, 'k'), known, NOW + 2)).toEqual({
      ...first,
      status: 'repeated',
    });
  });

  it('serves one document only', () => {
    const known = nothing();
    decidePush(push('a', undefined, 'k'), known, NOW);
    expect(() => decidePush(push('b', undefined, 'k'), known, NOW)).toThrow('another document');
  });
});
