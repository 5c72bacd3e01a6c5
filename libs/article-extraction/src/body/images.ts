import type { Image } from '@tocsin/contracts';
import type { PageElement } from '../parse/dom.js';
import { absoluteUrl } from '../metadata/urls.js';
import { oneLine } from '../text/whitespace.js';

/** The article's figures: each image's address, and its caption where one stands with it. */
export function readImages(root: PageElement, pageUrl: string): Image[] {
  const images: Image[] = [];
  const seen = new Set<string>();
  for (const holder of root.querySelectorAll('figure, .wp-caption')) {
    const caption = captionOf(holder);
    const url = imageUrl(holder.querySelector('img'), pageUrl);
    if (url === null && caption === null) continue;
    if (url !== null) seen.add(url);
    images.push({ url, caption });
  }
  for (const img of root.querySelectorAll('img')) {
    const url = imageUrl(img, pageUrl);
    if (url === null || seen.has(url)) continue;
    seen.add(url);
    images.push({ url, caption: null });
  }
  return images;
}

function captionOf(holder: PageElement): string | null {
  const element = holder.querySelector('figcaption, .wp-caption-text');
  const text = oneLine(element?.textContent ?? '');
  return text === '' ? null : text;
}

function imageUrl(img: PageElement | null, pageUrl: string): string | null {
  const source = img?.getAttribute('src') ?? img?.getAttribute('data-src') ?? null;
  return source === null ? null : absoluteUrl(source, pageUrl);
}
