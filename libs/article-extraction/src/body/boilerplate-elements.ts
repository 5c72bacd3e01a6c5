import type { PageElement } from '../parse/dom.js';

const NAMES = new Set([
  'aside',
  'button',
  'figcaption',
  'footer',
  'form',
  'nav',
  'select',
  'textarea',
]);

/**
 * Words of class names and ids that say that an element is beside the article, not of it. Matched as
 * whole words between hyphens, underscores and changes of case.
 */
const TOKENS = new RegExp(
  '(?:^|[-_\\s])(?:' +
    [
      'ad|ads|advert|advertisement|adslot|sponsored|promo|promos|promotion|outbrain|taboola',
      'caption|captions|credit|credits|photocredit|imgcaption|wp-caption-text|image-caption',
      'share|sharing|sharebar|social|socials|addthis|sharedaddy|follow',
      'related|relatedlinks|recommended|recommendations|more-stories|read-more|readmore|readnext|read-next|also-read|see-also|trending|popular|most-read',
      'newsletter|signup|sign-up|subscribe|subscription|paywall|registration',
      'comment|comments|disqus|respond',
      'cookie|cookies|consent|gdpr',
      'breadcrumb|breadcrumbs|pagination|pager|navigation|menu|toolbar',
      'author-bio|author-box|authorbox|bio|about-author',
      'tags|taglist|tag-list|keywords',
      'print-only|screen-reader-text|sr-only|visually-hidden|visuallyhidden|hidden',
    ].join('|') +
    ')(?:$|[-_\\s])',
);

/** An element that holds more of the text than this is the article itself, whatever its names say. */
const MAX_SHARE = 0.3;

/** The test for one body: whether an element's kind or names say that it can't hold text of the article. */
export function boilerplateTest(root: PageElement): (element: PageElement) => boolean {
  const limit = MAX_SHARE * textLength(root);
  return (element) => isNamedSo(element) && textLength(element) <= limit;
}

function isNamedSo(element: PageElement): boolean {
  if (NAMES.has(element.localName)) return true;
  if (element.getAttribute('aria-hidden') === 'true') return true;
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return TOKENS.test(names.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase());
}

const textLength = (element: PageElement): number => element.textContent?.length ?? 0;
