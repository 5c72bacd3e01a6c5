import { generateOpml } from 'feedsmith';
import type { OpmlFeed } from './model.js';
import { cleanTag } from './tags.js';

interface Outline {
  text: string;
  title?: string;
  type?: string;
  xmlUrl?: string;
  htmlUrl?: string;
  category?: string;
  outlines?: Outline[];
}

/** What XML 1.0 has no way to write. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const writable = (text: string) => text.toWellFormed().replace(FORBIDDEN, '');

interface Folder {
  readonly outlines: Outline[];
  readonly folders: Map<string, Folder>;
}
const folder = (outlines: Outline[]): Folder => ({ outlines, folders: new Map() });

/** The folder of that path, made where it is missing. */
function folderAt(root: Folder, path: string): Folder {
  let at = root;
  for (const name of path.split('/').filter((each) => each !== '')) {
    let inner = at.folders.get(name);
    if (!inner) {
      inner = folder([]);
      at.folders.set(name, inner);
      at.outlines.push({ text: name, title: name, outlines: inner.outlines });
    }
    at = inner;
  }
  return at;
}

/**
 * Writes a subscription list that `parseOpml` and other readers take: a feed lies in the folder of its
 * first tag, and names all of its tags as categories, which OPML 2.0 has for more than one.
 */
export function renderOpml(title: string, feeds: readonly OpmlFeed[]): string {
  const root = folder([]);
  for (const { url, title: name, siteUrl, tags } of feeds) {
    const paths = tags.map((tag) => cleanTag(writable(tag))).filter((tag) => tag !== '');
    const text = writable(name ?? url);
    folderAt(root, paths[0] ?? '').outlines.push({
      text,
      ...(name === null ? {} : { title: text }),
      type: 'rss',
      xmlUrl: url,
      ...(siteUrl === null ? {} : { htmlUrl: siteUrl }),
      ...(paths.length === 0 ? {} : { category: paths.map((path) => `/${path}`).join(',') }),
    });
  }
  // A body must hold an outline (OPML 2.0): a list without feeds holds one that says so.
  if (root.outlines.length === 0) root.outlines.push({ text: 'No feeds' });
  return generateOpml({ head: { title: writable(title) }, body: { outlines: root.outlines } });
}
