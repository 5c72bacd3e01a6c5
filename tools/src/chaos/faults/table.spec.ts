import { describe, expect, it } from '@jest/globals';
import { FAULTS } from './table.js';

describe('the fault tests', () => {
  it('have names of their own, fit for a command line', () => {
    const names = FAULTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]+$/);
  });

  it('say what happens in one clause each', () => {
    const titles = FAULTS.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles) expect(title).toMatch(/^[^.]{15,110}$/);
  });

  it('begin with what is killed most often, a service', () => expect(FAULTS[0]?.name).toBe('kill'));

  it('move offsets at the end only: what is checked after that is what an operator did', () =>
    expect(FAULTS.at(-1)?.name).toBe('restore'));
});
