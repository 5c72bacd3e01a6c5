import { describe, expect, it } from '@jest/globals';
import { lineOf, sum, Tally } from './tally.js';

describe('the tally of an ingest', () => {
  it('counts what was read and what became of it', () => {
    let now = 500;
    const tally = new Tally(() => now);
    const answer = { articleId: 'a', version: 1 };
    const document = { url: 'https://a.org/', text: 'x' };
    for (let n = 0; n < 4; n += 1)
      tally.read({ kind: 'document', source: 's', id: '', bytes: 1_000_000, document });
    for (const status of ['accepted', 'unchanged', 'repeated', 'outdated'] as const)
      tally.answered({ ...answer, status });
    tally.read({ kind: 'skipped', source: 's', reason: 'type request' });
    tally.read({ kind: 'refused', source: 's', url: null, code: 'ERR_WARC_GZIP', message: '' });
    tally.answered({ error: { code: 'ERR_WARC_GZIP', message: '' } });
    now = 2_500;
    expect(tally.summary()).toEqual({
      records: 6,
      pushed: 1,
      unchanged: 2,
      outdated: 1,
      skipped: { 'type request': 1 },
      refused: { ERR_WARC_GZIP: 2 },
      bytes: 4_000_000,
      seconds: 2,
    });
    expect(lineOf(tally.summary())).toBe(
      '6 records, 1 pushed, 2 unchanged, 1 outdated, 1 skipped (type request 1), ' +
        '2 refused (ERR_WARC_GZIP 2), 4.0 MB, 2.0 MB/s',
    );
  });

  it('names the most frequent reasons first', () => {
    const tally = new Tally(() => 0);
    for (const reason of ['a', 'b', 'b']) tally.read({ kind: 'skipped', source: 's', reason });
    expect(lineOf(tally.summary())).toContain('3 skipped (b 2, a 1), 0 refused, 0.0 MB, 0.0 MB/s');
    expect(sum(tally.summary().skipped)).toBe(3);
  });
});
