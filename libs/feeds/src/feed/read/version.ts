import type { XmlElement } from '../xml/element.js';
import { isElement } from '../xml/element.js';

const RSS: Readonly<Record<string, string>> = {
  '0.91': 'rss091u',
  '0.92': 'rss092',
  '0.93': 'rss093',
  '0.94': 'rss094',
};
const ATOM: Readonly<Record<string, string>> = {
  '0.1': 'atom01',
  '0.2': 'atom02',
  '0.3': 'atom03',
};

const ofNames = (table: Readonly<Record<string, string>>, key: string) =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The version that a namespace stands for; the first one declared counts. */
function byNamespace({ attributes }: XmlElement): string {
  for (const [name, value] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const uri = value.toLowerCase();
    if (name === 'xmlns' && uri === 'http://my.netscape.com/rdf/simple/0.9/') return 'rss090';
    if (uri === 'http://purl.org/rss/1.0/') return 'rss10';
    if (uri === 'http://www.w3.org/2005/atom') return 'atom10';
  }
  return '';
}

function rssVersion(version: string): string {
  return ofNames(RSS, version) ?? (version.startsWith('2.') ? 'rss20' : 'rss');
}

/**
 * Format and version in feedparser's words (https://feedparser.readthedocs.io/en/latest/version-detection.html):
 * from the doctype, the namespaces in force at the root, the root's name and its version.
 *
 * @returns `''` when nothing tells
 */
export function versionOf(root: XmlElement, doctype: string): string {
  if (/netscape/i.test(doctype)) return 'rss091n';
  const first = root.children.find(isElement);
  const named = byNamespace(root) || (first ? byNamespace(first) : '');
  const version = root.attributes.get('version') ?? '';
  if (root.name === 'rss') return named.startsWith('rss') ? named : rssVersion(version);
  if (root.name === 'feed') return named || (ofNames(ATOM, version) ?? 'atom');
  return named || (root.name === 'channel' ? 'cdf' : '');
}
