import type { StageState } from '@tocsin/contracts';
import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { healthOf, LineState, troublesOf } from './line-state.js';

const stage = (overrides: Partial<StageState> = {}): StageState => ({
  stage: 'extract',
  lag: 0,
  lagSeconds: 0,
  retrying: 0,
  deadLetters: 0,
  blownFuses: 0,
  perMinute: null,
  lastAt: null,
  troubles: { rejected: 0, failed: 0, deadLettered: 0 },
  ...overrides,
});

describe('the stages', () => {
  it('say what waits, since when, and when something last came through', () => {
    const at = '2022-01-06T18:00:00Z';
    const late = stage({
      lag: 1_200,
      lagSeconds: 90,
      perMinute: 61.25,
      lastAt: '2022-01-06T17:59:00Z',
    });
    const html = renderToStaticMarkup(<LineState stages={[late]} at={at} />);
    for (const words of ['1,200', '1.5 min', '61.3', '1 min ago']) expect(html).toContain(words);
  });

  it('are bad when they are late or stand still', () => {
    expect(healthOf(stage({ lagSeconds: 600 }))).toBe('active');
    expect(healthOf(stage({ lagSeconds: 601 }))).toBe('failing');
    expect(healthOf(stage({ blownFuses: 1 }))).toBe('failing');
    expect(healthOf(stage({ lagSeconds: null }))).toBe('active');
  });

  it('say their troubles, or that there are none', () => {
    expect(troublesOf(stage())).toBe('none');
    const troubles = { rejected: 3, failed: 0, deadLettered: 1 };
    expect(troublesOf(stage({ troubles, blownFuses: 2 }))).toBe(
      '2 stand still, 3 rejected, 1 given up',
    );
  });
});
