import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { isBoilerplateText } from '../blocks/boilerplate-text.js';
import { markNumber } from '../blocks/marks.js';
import { pageFacts } from '../blocks/page-facts.js';
import { readBlocks } from '../blocks/read-blocks.js';
import { parsePage } from '../page/parse-page.js';

/** What Readability leaves in that is none of the article's. */
const BESIDE = [
  'ad',
  'share',
  'related',
  'signup',
  'comment',
  'consent',
  'nav',
  'bio',
  'tags',
  'hidden',
  'caption',
  'footer',
  'figcaption-tag',
  'nav-tag',
  'footer-tag',
  'aside-tag',
  'form-tag',
].map(markNumber);
const LINK_SHARE = 0.8;
const NOTHING = { title: '', description: '', articleBody: '', authors: [], siteName: '' };

/** Readability's article, without what its names or phrases say is none; empty where it finds none. */
export function readabilityText(html: string): string {
  const framed = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document } = parseHTML(framed);
  const found = contentOf(document);
  const parsed = parsePage(found);
  if (parsed.kind === 'rejected') return '';
  const facts = pageFacts(parsed.page, readBlocks(parsed.page.root), NOTHING);
  return facts.blocks
    .filter(({ text, element, linkDensity }, at) => {
      if (isBoilerplateText(text)) return false;
      if (linkDensity > LINK_SHARE && facts.shapes[at]?.ends !== true) return false;
      return !facts.marks.isUnder(element, BESIDE);
    })
    .map(({ text }) => text)
    .join('\n\n');
}

function contentOf(document: unknown): string {
  try {
    return new Readability(document as never, { keepClasses: true }).parse()?.content ?? '';
  } catch {
    // It throws on pages without a body: they teach nothing.
    return '';
  }
}
