import { describe, expect, it } from '@jest/globals';
import { HeldBytes } from './held-bytes.js';
import { Exchange, type ExchangeLimits } from './exchange.js';

const LIMITS: ExchangeLimits = { maxHeaderBytes: 100, maxBodyBytes: 10, onExcess: 'refuse' };

/** An exchange that has begun, and how often it was broken off. */
function begun(limits: Partial<ExchangeLimits> = {}) {
  const exchange = new Exchange({ ...LIMITS, ...limits }, new HeldBytes(1e9));
  const aborts: unknown[] = [];
  exchange.onRequestStart({ abort: (reason) => aborts.push(reason) });
  return { exchange, aborts };
}
const codeOf = (exchange: Exchange) =>
  exchange.answer.then(
    () => 'ok',
    (error: { code?: string }) => error.code,
  );

describe('an answer on its way', () => {
  it('is collected, of repeated headers the first', async () => {
    const { exchange, aborts } = begun();
    exchange.onResponseStart(null, 200, { 'set-cookie': ['a', 'b'], etag: '"1"' });
    exchange.onResponseData(null, Buffer.from('one'));
    exchange.onResponseData(null, Buffer.from('two'));
    exchange.onResponseEnd();
    expect(await exchange.answer).toEqual({
      status: 200,
      headers: { 'set-cookie': 'a', etag: '"1"' },
      chunks: [Buffer.from('one'), Buffer.from('two')],
      bytes: 6,
      cut: false,
      release: expect.any(Function),
    });
    expect(aborts).toEqual([]);
  });

  it('is broken off when its body, or what it says of it, is too large', async () => {
    const long = begun();
    long.exchange.onResponseStart(null, 200, {});
    long.exchange.onResponseData(null, Buffer.alloc(11));
    const told = begun();
    told.exchange.onResponseStart(null, 200, { 'content-length': '11' });
    for (const { exchange, aborts } of [long, told]) {
      expect(await codeOf(exchange)).toBe('ERR_FETCH_TOO_LARGE');
      expect(aborts).toHaveLength(1);
    }
  });

  it('is cut at the cap where that is enough', async () => {
    const { exchange, aborts } = begun({ onExcess: 'cut' });
    exchange.onResponseStart(null, 200, {});
    exchange.onResponseData(null, Buffer.from('0123456789abc'));
    exchange.onResponseData(null, Buffer.from('more'));
    expect(await exchange.answer).toMatchObject({
      chunks: [Buffer.from('0123456789')],
      bytes: 10,
      cut: true,
    });
    expect(aborts).toHaveLength(1);
  });

  it('is broken off when its headers are too large, repeated ones counted each', async () => {
    const { exchange } = begun();
    exchange.onResponseStart(null, 200, { a: Array<string>(20).fill('xxxxx') });
    expect(await codeOf(exchange)).toBe('ERR_FETCH_PROTOCOL');
  });

  it('is none when it ends before it begins, or not where it said', async () => {
    const empty = begun();
    empty.exchange.onResponseStart(null, 103, { 'content-length': '99' });
    empty.exchange.onResponseEnd();
    const short = begun();
    short.exchange.onResponseStart(null, 200, { 'content-length': '5' });
    short.exchange.onResponseData(null, Buffer.from('shor'));
    short.exchange.onResponseEnd();
    for (const { exchange } of [empty, short])
      expect(await codeOf(exchange)).toBe('ERR_FETCH_PROTOCOL');
  });

  it('that nobody waits for any more is broken off as soon as it begins', async () => {
    const exchange = new Exchange(LIMITS, new HeldBytes(1e9));
    exchange.fail(new Error('late'));
    await expect(exchange.answer).rejects.toThrow('late');
    const aborts: unknown[] = [];
    exchange.onRequestStart({ abort: (reason) => aborts.push(reason) });
    expect(aborts).toHaveLength(1);
  });
});
