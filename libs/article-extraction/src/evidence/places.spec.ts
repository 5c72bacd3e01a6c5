import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from '../testing/evidence-of.js';

describe('what stands beside the headline', () => {
  const related = '<div><p class="date">1 May 2026</p></div>'.repeat(40);

  it('is apart from the same further away', () => {
    const own = '<h1>Bread is dearer again</h1><p class="date">2 May 2026</p>';
    const evidence = evidenceOf(`${own}<p>Text.</p>${related}`);
    expect(evidence.near.dates[0]?.text).toBe('2 May 2026');
    expect(evidence.near.dates.length).toBeLessThan(20);
    expect(evidence.all().dates).toHaveLength(41);
  });

  it('is found by the title where no heading is the headline', () => {
    const html =
      '<title>Bread is dearer again today</title><p>x</p><b>Bread is dearer again today</b>';
    const { near, headlineLine } = evidenceOf(`${html}<p class="date">2 May 2026</p>`);
    expect(headlineLine).toBe(1);
    expect(near.dates).toHaveLength(1);
  });

  it('is nothing where there is no headline', () => {
    const { near, headlineLine } = evidenceOf(`<p>x</p>${related}`);
    expect(headlineLine).toBe(-1);
    expect(near).toEqual({ lines: [], dates: [], authors: [] });
  });
});
