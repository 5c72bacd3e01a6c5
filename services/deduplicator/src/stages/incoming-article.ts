import { createHash } from 'node:crypto';
import type { IncidentExtracted, Mention } from '@tocsin/contracts';
import {
  cellsOf,
  dayOf,
  eventTimeOf,
  lshBands,
  signatureOf,
  type Cells,
  type Signature,
} from '@tocsin/dedup';
import { headerText, type Message } from '@tocsin/messaging';
import { spanOf } from '../index/spans.js';
import type { FiledArticle } from '../index/syndication-index.port.js';

/** An article version as it arrived, with the keys under which it will be searched and filed. */
export interface IncomingArticle {
  readonly article: FiledArticle;
  readonly mentions: readonly Mention[];
  readonly signature: Signature;
  /** The buckets that its signature is in. */
  readonly bands: readonly bigint[];
  /** `cells[i]` belong to `mentions[i]`. */
  readonly cells: readonly Cells[];
}

export function incomingArticle(message: Message<IncidentExtracted>): IncomingArticle {
  const { payload } = message;
  const day = dayOf(payload.publishedAt) ?? dayOf(payload.fetchedAt) ?? 0;
  const { articleId, version, language, fingerprint, keywords, mentions } = payload;
  const { url, title, siteName, publishedAt, fetchedAt } = payload;
  const at = eventTimeOf(publishedAt, fetchedAt);
  const signature = signatureOf({ articleId, at, url, language, fingerprint });
  return {
    article: {
      articleId,
      version,
      contentHash: contentHashOf(payload),
      day,
      filing: { position: signature.order, span: spanOf(fetchedAt) },
      copy: null,
      // They serve to link mentions; most articles have none.
      keywords: mentions.length > 0 ? keywords : [],
      source: { articleId, url, title, siteName, publishedAt, syndicationId: articleId },
      fetchedAt,
      traceparent: headerText(message, 'traceparent') ?? null,
    },
    mentions,
    signature,
    bands: lshBands(signature),
    cells: mentions.map((mention) => cellsOf({ articleId, articleDay: day, keywords, mention })),
  };
}

/** Of all that the decisions rest on; the version and the fetch time change with every fetch. */
function contentHashOf(payload: IncidentExtracted): string {
  const { textHash, extractorVersion, url, title, siteName, publishedAt } = payload;
  return createHash('sha256')
    .update(JSON.stringify([textHash, extractorVersion, url, title, siteName, publishedAt]))
    .digest('hex');
}
