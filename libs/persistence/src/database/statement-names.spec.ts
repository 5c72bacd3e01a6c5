import { describe, expect, it } from '@jest/globals';
import { statementName } from './statement-names.js';

describe('the name of a statement', () => {
  it('is its text’s own, and short enough for PostgreSQL', () => {
    const name = statementName('SELECT 1') as string;
    expect(statementName('SELECT 1')).toBe(name);
    expect(statementName('SELECT 2')).not.toBe(name);
    expect(name).toMatch(/^tocsin_[0-9a-f]{24}$/);
  });

  it('is given to no more than a few hundred', () => {
    const given = Array.from({ length: 1_000 }, (_, n) => statementName(`SELECT ${n} AS n`));
    expect(given.filter((name) => name !== undefined).length).toBeLessThanOrEqual(256);
    expect(given.at(-1)).toBeUndefined();
    expect(statementName('SELECT 1')).toBeDefined();
  });
});
