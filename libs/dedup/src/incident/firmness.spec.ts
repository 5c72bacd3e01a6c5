import { expect, it } from '@jest/globals';
import type { Claim } from '@tocsin/contracts';
import { mentionOf } from '../testing/mentions.js';
import { firmnessOf } from './firmness.js';

const firmness = (classes: Claim['attribution'][number]['class'][], hedge: Claim['hedge']) => {
  const [claim] = mentionOf().claims as [Claim];
  return firmnessOf({
    ...claim,
    hedge,
    attribution: classes.map((c) => ({ name: null, class: c })),
  });
};

it('the end of the chain counts: who is said to know it', () => {
  expect(firmness(['media', 'hospital'], 'reported')).toBe(firmness(['hospital'], 'asserted'));
  expect(firmness(['media', 'anonymous'], 'reported')).toBe(firmness(['anonymous'], 'reported'));
  expect(firmness(['police', 'none'], 'reported')).toBe(firmness(['police'], 'reported'));
});

it('those who count before those who pass on, before those who saw', () => {
  const order = [['court'], ['media'], ['witness']] as const;
  const firm = order.map((chain) => firmness([...chain], 'reported'));
  expect(firm).toEqual([...firm].sort((a, b) => b - a));
  expect(new Set(firm).size).toBe(3);
});

it('what is alleged is less firm, what is denied not at all', () => {
  expect(firmness(['police'], 'alleged')).toBeLessThan(firmness(['police'], 'reported'));
  expect(firmness(['police'], 'denied')).toBe(0);
  expect(firmness([], 'asserted')).toBe(firmness(['none'], 'unknown'));
});
