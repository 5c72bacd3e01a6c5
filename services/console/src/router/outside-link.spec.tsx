import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { OutsideLink } from './outside-link.js';

const markup = (url: string) => renderToStaticMarkup(<OutsideLink url={url}>Source</OutsideLink>);

describe('a link out of the console', () => {
  it.each(['http://news.example/a', 'https://news.example/a?b#c'])('leads to %s', (url) => {
    expect(markup(url)).toBe(
      `<a href="${url}" target="_blank" rel="noopener noreferrer nofollow">Source</a>`,
    );
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '/incidents/i1',
    '',
  ])('is text when its address is %p', (url) => expect(markup(url)).toBe('Source'));
});
