import { describe, expect, it } from '@jest/globals';
import { Region } from './region.js';

describe('a region of a page', () => {
  it('lasts from the element that starts it to its own end', () => {
    const region = new Region();
    region.open('div', true);
    region.open('div', false);
    region.close('div');
    region.close('nav');
    expect(region.inside).toBe(true);
    region.close('div');
    expect(region.inside).toBe(false);
  });

  it('does not mind elements that were left open or closed too often', () => {
    const region = new Region();
    region.close('nav');
    region.open('nav', true);
    region.open('p', false);
    region.close('nav');
    expect(region.inside).toBe(false);
  });

  it('can be left at once', () => {
    const region = new Region();
    region.open('nav', true);
    region.leave();
    expect(region.inside).toBe(false);
  });
});
