import { describe, expect, it } from '@jest/globals';
import { readMetrics } from './read-metrics.js';

describe('what a service measures', () => {
  it('is read with labels and values', () => {
    const text = [
      '# HELP a_b Something.',
      '# TYPE a_b gauge',
      'a_b{x="1",y="two, \\"three\\" }"} 1.5',
      'plain 7',
      'many{le="+Inf"} 1e3',
      '',
    ].join('\n');
    expect(readMetrics(text)).toEqual([
      { name: 'a_b', labels: { x: '1', y: 'two, \\"three\\" }' }, value: 1.5 },
      { name: 'plain', labels: {}, value: 7 },
      { name: 'many', labels: { le: '+Inf' }, value: 1_000 },
    ]);
  });

  it('is nothing where another server answers', () => {
    expect(readMetrics('<html><body>Hello</body></html>')).toEqual([]);
  });
});
