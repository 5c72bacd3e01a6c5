import { describe, expect, it } from '@jest/globals';
import { ELSEWHERE, linkableOf } from '../testing/mentions.js';
import { candidatePairs, linkIncidents } from './link-incidents.js';

const words = ['riot', 'officer', 'fuel'].map((term) => ({ term, weight: 0.57, name: false }));
const a = linkableOf({}, 'a', words);
const b = linkableOf({}, 'b', words);
const c = linkableOf({ where: ELSEWHERE }, 'c', words);
const total = linkableOf({ kind: 'aggregate' }, 'd', words);

describe('the incidents of a set of mentions', () => {
  it('are those that the stream would find', () => {
    const incidents = linkIncidents([a, b, c]);
    expect(incidents.get('a-m')).toBe(incidents.get('b-m'));
    expect(incidents.get('c-m')).not.toBe(incidents.get('a-m'));
  });

  it('do not depend on the order', () => {
    expect(new Map([...linkIncidents([c, b, a])].sort())).toEqual(
      new Map([...linkIncidents([a, b, c])].sort()),
    );
  });

  it('hold no running totals', () => {
    expect(linkIncidents([a, total]).has('d-m')).toBe(false);
  });
});

it('only mentions of two articles that share a cell are compared, once', () => {
  expect([...candidatePairs([a, b, c, total])]).toEqual([[b, a]]);
});
