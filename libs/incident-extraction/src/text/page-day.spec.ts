import { describe, expect, it } from '@jest/globals';
import { pageDay, postedDay } from './page-day.js';

describe('the day that a page gives for itself', () => {
  it.each([
    ['Updated at 1:33 p.m. on Thursday, March 29, 2018. Two men were held.', '2018-03-29'],
    ['Published: Apr. 5, 2018\n\nTwo men were held.', '2018-04-05'],
    ['Two men were held.\n\nPosted Monday, December 12, 2016', '2016-12-12'],
  ])('is behind a word that says so: %s', (text, day) => {
    expect(pageDay(text)).toBe(day);
  });

  it.each([
    'Two men were shot on March 29, 2018.',
    'Updated figures show it. Two men were shot on March 29, 2018.',
    'Updated: March 2018',
    'Updated: March 45, 2018',
  ])('is none elsewhere: %s', (text) => {
    expect(pageDay(text)).toBeNull();
  });

  it('is that of its first posting, where it says so', () => {
    const text = 'Two held Posted: Thursday, Dec. 30, 2021 Updated: Thursday, January 6, 2022';
    expect(postedDay(text)).toBe('2021-12-30');
    expect(postedDay('Two held. Updated: Thursday, January 6, 2022')).toBeNull();
  });
});
