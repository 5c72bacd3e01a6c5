import { describe, expect, it } from '@jest/globals';
import { parseOpml } from 'feedsmith';
import { splitOpml } from './split-opml.js';

const opml = (body: string) => `<opml version="2.0"><body>${body}</body></opml>`;
const feed = (name: string, inner = '') =>
  `<outline text="${name}" type="rss" xmlUrl="https://${name}.org/?a=1&amp;b=2">${inner}</outline>`;
const folder = (name: string, inner: string) => `<outline text="${name}">${inner}</outline>`;

/** Feeds with the folders that they lie in. */
function pathsOf(text: string): string[] {
  interface Outline {
    text?: string;
    xmlUrl?: string;
    outlines?: Outline[];
  }
  const walk = (outlines: Outline[], path: string): string[] =>
    outlines.flatMap(({ text: name, xmlUrl, outlines: inner = [] }) => [
      ...(xmlUrl === undefined ? [] : [`${path}${xmlUrl}`]),
      ...walk(inner, xmlUrl === undefined ? `${path}${name}/` : path),
    ]);
  const { body } = parseOpml(text) as { body?: { outlines?: Outline[] } };
  return walk(body?.outlines ?? [], '');
}

describe('a subscription list in parts', () => {
  it('has every feed in the folders that it lay in', () => {
    const list = opml(
      feed('a') + folder('World', feed('b') + folder('Europe &amp; more', feed('c') + feed('d'))),
    );
    const parts = splitOpml(list, 2);
    expect(parts.map(({ feeds }) => feeds)).toEqual([2, 2]);
    expect(parts.flatMap((part) => pathsOf(part.opml))).toEqual(pathsOf(list));
    expect(pathsOf(list)).toHaveLength(4);
  });

  it('keeps what lies below a feed in the folder around it', () => {
    const parts = splitOpml(opml(folder('F', feed('a', feed('b')))), 10);
    expect(pathsOf(parts[0]?.opml as string)).toEqual([
      'F/https://a.org/?a=1&b=2',
      'F/https://b.org/?a=1&b=2',
    ]);
  });

  it.each(['', 'no OPML', '<html></html>', opml('')])(
    'is as it is where it can’t be read: %j',
    (text) => {
      expect(splitOpml(text, 2)).toEqual([{ opml: text, feeds: null }]);
    },
  );
});
