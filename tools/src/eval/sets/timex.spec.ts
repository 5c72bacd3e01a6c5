import { describe, expect, it } from '@jest/globals';
import type { Case } from '../set-adapter.js';
import { timex } from './timex.js';

async function predict(id: string, text: string, dct: string) {
  async function* cases(): AsyncGenerator<Case> {
    yield { id, input: { text, dct } };
  }
  for await (const prediction of timex.predict(cases(), { loadPage: () => Promise.reject() }))
    return prediction['timexes'];
  return undefined;
}

describe('answers for timex', () => {
  it('are offsets, types and values', async () => {
    expect(await predict('x', 'He was shot on Monday.', '2022-01-06')).toEqual([
      { start: 15, end: 21, type: 'DATE', value: '2022-01-03' },
    ]);
  });

  it('have both ends of a range', async () => {
    expect(await predict('x', 'Open Jan. 3-5.', '2022-01-06')).toMatchObject([
      { value: '2022-01-03' },
      { value: '2022-01-05' },
    ]);
  });

  it('read days of writing that begin with the day', async () => {
    expect(await predict('x', 'today', '03-02-2009')).toMatchObject([{ value: '2009-02-03' }]);
  });

  it('end where MEANTIME’s annotation ends', async () => {
    const lines = 'one\n\ntwo\nthree\nfour\nfive today\nsix today';
    expect(await predict('meantime-1', lines, '2022-01-06')).toHaveLength(1);
    expect(await predict('timebank-1', lines, '2022-01-06')).toHaveLength(2);
  });
});
