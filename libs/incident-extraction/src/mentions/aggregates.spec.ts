import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

describe('running totals', () => {
  it('are aggregates beside a conflict’s incidents', () => {
    const [incident, total] = mentionsOf('Bomb kills two soldiers', [
      'A bomb killed two soldiers on Monday.',
      'So far 300 people have been killed this year.',
    ]);
    expect(incident).toMatchObject({ kind: 'incident', casualties: { killed: { best: 2 } } });
    expect(total).toMatchObject({
      kind: 'aggregate',
      casualties: { killed: { low: 300, best: 300, high: null } },
      aggregate: { asOf: '2022-01-06', scope: expect.stringContaining('300 people') },
    });
  });

  it('are a single disaster’s own figure', () => {
    const mentions = mentionsOf('Earthquake kills 40', [
      'The earthquake death toll has risen to 45.',
    ]);
    expect(mentions.filter((m) => m.kind === 'aggregate')).toEqual([]);
    expect(mentions[0]!.casualties.killed?.best).toBe(45);
  });
});
