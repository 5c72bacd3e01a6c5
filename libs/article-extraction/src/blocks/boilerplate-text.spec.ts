import { describe, expect, it } from '@jest/globals';
import { isBoilerplateText } from './boilerplate-text.js';

describe('a line of the page’s machinery', () => {
  it.each([
    'Advertisement',
    'Read more: Wheat is scarce',
    'Share this on Facebook',
    'Give Your Comments',
    'Sign up for our newsletter',
    'Updated 11:21 pm CST, Tuesday, November 19, 2019',
    'Published Dec 19, 2023',
    'Image 1 of / 8',
    '(Image credit: An Agency)',
    '© 2026 Example News. All rights reserved.',
    'https://news.example.org/a',
    'Ann Lee may be reached at ann@example.org.',
    'We use cookies to improve our service.',
    '* * *',
    'If you purchase a product through a link on our site, we may receive compensation.',
    '(Reporting by Ann Lee and Bob Ray; editing by Cy Fox)',
    'Agency writers Ann Lee and Bob Ray contributed to this report.',
    'Like this story? Share it with a friend!',
    'Write to Ann Lee at ann@example.org',
    'Note: comments are moderated for the time being.',
  ])('is known: %s', (line) => {
    expect(isBoilerplateText(line)).toBe(true);
  });

  it.each([
    'Updated figures show that 14 people died.',
    'Published research says so.',
    'He was related to the victim.',
    'More than 30 people were hurt.',
    'Comments by the minister caused protests in 12 towns.',
    'Watch towers were built along the border.',
    'By Monday the water had fallen.',
    'If you buy bread there, you pay twice.',
    'Reporting by foreign journalists is banned.',
    'Rain contributed to this. Two people died.',
    'The advertisement was banned.',
  ])('is not taken for one: %s', (line) => {
    expect(isBoilerplateText(line)).toBe(false);
  });
});
