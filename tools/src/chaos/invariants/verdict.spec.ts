import { describe, expect, it } from '@jest/globals';
import { groupBy, verdict } from './verdict.js';

describe('a verdict', () => {
  it('passes without violations', () =>
    expect(verdict('I0', 'all is well', [])).toEqual({
      name: 'I0',
      rule: 'all is well',
      passed: true,
      violations: 0,
      examples: [],
    }));

  it('counts all violations and shows the first few', () => {
    const many = Array.from({ length: 30 }, (_, n) => `wrong ${n}`);
    const found = verdict('I0', 'all is well', many);
    expect(found).toMatchObject({ passed: false, violations: 30 });
    expect(found.examples).toHaveLength(10);
    expect(found.examples[0]).toBe('wrong 0');
  });
});

it('groups keep the order of their items', () =>
  expect([...groupBy(['b1', 'a1', 'b2'], (item) => item[0] ?? '')]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ]));
