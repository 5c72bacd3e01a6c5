import { describe, expect, it } from '@jest/globals';
import { passesGate } from './gate.js';
import { wikinews } from './testing/articles.js';

describe('the gate', () => {
  it.each([
    'Two killed in bombing',
    'Protesters torched the town hall',
    'An earthquake struck at dawn',
    'He was kidnapped by gunmen',
    'A death and an attack',
  ])('lets %j through', (text) => {
    expect(passesGate(text)).toBe(true);
  });

  it.each([
    'The committee met on Tuesday to discuss the budget',
    'The team won the final',
    'A sudden death of a star',
    '',
  ])('stops %j', (text) => {
    expect(passesGate(text)).toBe(false);
  });

  it('reads no further than an article’s beginning', () => {
    expect(passesGate('word '.repeat(1_000) + 'bombing')).toBe(false);
  });

  it('costs less than a millisecond an article', () => {
    const texts = wikinews().map((each) => [each.title, ...each.paragraphs].join('\n\n'));
    for (const text of texts) passesGate(text);
    const started = performance.now();
    for (let round = 0; round < 20; round++) for (const text of texts) passesGate(text);
    expect((performance.now() - started) / (20 * texts.length)).toBeLessThan(5);
  });
});
