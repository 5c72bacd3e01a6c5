import { describe, expect, it } from '@jest/globals';
import { type Judged, scoreText } from './score.js';

const judged = (set: string, parts: Partial<Judged>): Judged => ({
  set,
  verdict: 'correct',
  error: null,
  fields: {},
  ...parts,
});

describe('the score of an audit', () => {
  const text = scoreText([
    ...Array.from({ length: 8 }, () => judged('b', { fields: { when: true } })),
    judged('a', { verdict: 'wrong', error: 'Other place', fields: { where: false, when: true } }),
    judged('a', { verdict: 'wrong', error: 'other place', fields: { where: true } }),
    judged('a', { verdict: 'wrong' }),
    judged('a', { verdict: null, fields: { killed: true } }),
  ]);

  it('is the precision with its interval, for each set and all', () => {
    expect(text).toContain('| a | 3 | 0 | .000 | .000 to .561 |');
    expect(text).toContain('| b | 8 | 8 | 1.000 | .676 to 1.000 |');
    expect(text).toContain('| **all** | 11 | 8 | .727 | .434 to .903 |');
  });

  it('says how many were not judged, and counts nothing of them', () => {
    expect(text).toContain('1 of 12 without a verdict.');
    expect(text).not.toContain('| killed |');
  });

  it('is each field’s accuracy where it was judged', () => {
    expect(text).toContain('| when | 9 | 9 | 1.000 |');
    expect(text).toContain('| where | 2 | 1 | .500 |');
  });

  it('is the kinds of errors, the most frequent first', () => {
    expect(text).toContain(
      '| error | cases |\n| --- | --- |\n| other place | 2 |\n| not told | 1 |',
    );
  });

  it('is no number where nothing was judged', () => {
    expect(scoreText([judged('a', { verdict: null })])).toContain('| **all** | 0 | 0 | – | – |');
  });
});
