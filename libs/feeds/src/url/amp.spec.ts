import { describe, expect, it } from '@jest/globals';
import { normaliseUrl } from './normalise.js';

const article = 'https://example.org/2024/05/17/some-story/';

describe('the AMP version of a page is the page', () => {
  it.each([
    // Google's cache, with and without its subdomain, as a page and within the viewer.
    'https://example-org.cdn.ampproject.org/c/s/example.org/2024/05/17/some-story/',
    'https://cdn.ampproject.org/c/s/example.org/2024/05/17/some-story/',
    'https://example-org.cdn.ampproject.org/v/s/example.org/2024/05/17/some-story/amp/?amp_js_v=a6&amp_gsa=1&usqp=mq331AQ%3D',
    'https://example-org.bing-amp.com/c/s/example.org/2024/05/17/some-story/',
    'https://www.google.com/amp/s/example.org/2024/05/17/some-story/',
    'https://www.google.co.uk/amp/s/example.org/2024/05/17/some-story/amp/',
    // WordPress, Drupal, Arc XP.
    'https://example.org/2024/05/17/some-story/?amp',
    'https://example.org/2024/05/17/some-story/?amp=1&utm_source=x',
    'https://example.org/2024/05/17/some-story/amp/',
    'https://example.org/2024/05/17/some-story//amp/#top',
    'https://example.org/2024/05/17/some-story/?outputType=amp',
  ])('%s', (url) => {
    expect(normaliseUrl(url)).toBe(article);
  });

  it('keeps the scheme and the query that the cache names', () => {
    expect(
      normaliseUrl('https://example-org.cdn.ampproject.org/c/example.org/x?id=3&amp_r=1'),
    ).toBe('http://example.org/x?id=3');
    expect(normaliseUrl('https://a.org/a-b/amp')).toBe('https://a.org/a-b');
  });
});

describe('what only looks like AMP stays as it is', () => {
  it.each([
    'https://example.org/amp',
    'https://example.org/guitars/amp/',
    'https://example.org/some-story/amplifier',
    'https://example.org/amp/some-story',
    'https://amp.example.org/some-story',
    'https://example.org/x?amp=2',
    'https://example.org/x?outputType=pdf',
    'https://example-org.cdn.ampproject.org/i/s/example.org/x.png',
    'https://evilcdn.ampproject.org.example.org/c/s/example.net/x',
    'https://notgoogle.com/amp/s/example.org/x',
    'https://google.com/search/amp/s/example.org/x',
    'https://cdn.ampproject.org/c/s/localhost/x',
    'https://cdn.ampproject.org/c/s/cdn.ampproject.org/c/s/example.org/x',
  ])('%s', (url) => {
    expect(normaliseUrl(url)).toBe(url);
  });
});
