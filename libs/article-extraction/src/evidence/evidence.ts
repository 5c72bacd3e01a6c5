import type { PageDocument } from '../parse/dom.js';
import type { ParsedPage } from '../parse/parse-page.js';
import type { JsonLdArticle } from './json-ld.js';
import { readJsonLd } from './json-ld.js';
import type { MetaTags } from './meta-tags.js';
import { readMetaTags } from './meta-tags.js';

/** Everything that the page says of itself, gathered before the body's search changes the tree. */
export interface Evidence {
  readonly url: string;
  readonly document: PageDocument;
  readonly jsonLd: JsonLdArticle | null;
  readonly meta: MetaTags;
}

export function gatherEvidence(page: ParsedPage, url: string): Evidence {
  return {
    url,
    document: page.document,
    jsonLd: readJsonLd(page.structuredData),
    meta: readMetaTags(page.document),
  };
}
