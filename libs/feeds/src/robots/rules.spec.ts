import { describe, expect, it } from '@jest/globals';
import { rulesFor } from './rules.js';

const patterns = (text: string) => rulesFor(text, 'TocsinBot').rules.map((rule) => rule.pattern);

describe('the rules for one crawler', () => {
  it('are those of all groups that name it, in any case', () => {
    const text =
      'User-agent: tocsinbot\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n\nUser-agent: TOCSINBOT/2\nDisallow: /c';
    expect(patterns(text)).toEqual(['/a', '/c']);
  });

  it('are everyone’s only when none names it', () => {
    expect(patterns('User-agent: other\nDisallow: /a\nUser-agent: *\nDisallow: /b')).toEqual([
      '/b',
    ]);
    expect(patterns('User-agent: TocsinBot\n\nUser-agent: *\nDisallow: /b')).toEqual(['/b']);
    expect(patterns('User-agent: TocsinBot\nDisallow:\nUser-agent: *\nDisallow: /b')).toEqual(['']);
  });

  it('are shared by headings that stand together', () => {
    expect(patterns('User-agent: x\nUser-agent: tocsinbot\nDisallow: /a')).toEqual(['/a']);
  });

  it('are none before the first heading', () => {
    expect(patterns('Disallow: /a\nUser-agent: *\nDisallow: /b')).toEqual(['/b']);
  });

  it('allow a directory where they allow its index page', () => {
    expect(patterns('User-agent: *\nAllow: /a/index.html')).toEqual(['/a/index.html', '/a/$']);
  });

  it('are not mistaken for those of a crawler with a longer name', () => {
    expect(patterns('User-agent: TocsinBotImages\nDisallow: /')).toEqual([]);
  });
});
