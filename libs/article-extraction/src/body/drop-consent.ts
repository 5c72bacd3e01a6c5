import type { PageDocument } from '../parse/dom.js';

const CONSENT =
  '[id*="cookie" i], [class*="cookie" i], [id*="consent" i], [class*="consent" i], [id*="gdpr" i], [id*="onetrust" i]';
/** A dialog holds less of the page than this; what holds more is the page itself, marked by a script. */
const MAX_SHARE = 0.5;

/** Removes cookie and consent dialogs: long sentences without links, which look like an article. */
export function dropConsent(document: PageDocument): void {
  const limit = MAX_SHARE * (document.documentElement.textContent?.length ?? 0);
  for (const element of [...document.querySelectorAll(CONSENT)]) {
    const isPage = element.localName === 'body' || element.localName === 'html';
    const holdsTitle = element.querySelector('h1, article') !== null;
    if (!isPage && !holdsTitle && (element.textContent?.length ?? 0) <= limit) element.remove();
  }
}
