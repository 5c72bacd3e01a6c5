import { describe, expect, it } from '@jest/globals';
import { readingOf } from './expressions.js';

const names = (expression: string) => readingOf(expression).series.map(({ name }) => name);

describe('what an expression reads', () => {
  it('are its series with the labels that choose them', () => {
    expect(readingOf('sum by (le, a) (rate(m_bucket{x="1",y=~".*{z}.*"}[5m])) > 0.5')).toEqual({
      series: [{ name: 'm_bucket', labels: ['x', 'y'] }],
      groupedBy: ['le', 'a'],
    });
  });

  it('are both sides of an operator, and recorded names', () => {
    expect(names('a / (b + 1e3) and on (x) c:d:e5m unless max(f) or absent(g)')).toEqual([
      ...['a', 'b', 'c:d:e5m', 'f', 'g'],
    ]);
  });

  it('are no functions, durations, offsets or words in texts', () => {
    expect(names('changes(a[30m]) == 0 and a offset 30m > 0')).toEqual(['a', 'a']);
    expect(names(`label_replace(a, "b", "$1", 'c', "(d)")`)).toEqual(['a']);
    expect(names('histogram_quantile(0.99, sum by (le) (b))')).toEqual(['b']);
  });
});
