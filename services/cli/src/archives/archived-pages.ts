import { ArchiveFault, type ArchiveCode } from './archive-fault.js';
import { decodedBody, parseHttp } from './http-message.js';
import type { HeaderFields } from './header-fields.js';
import { readWarc } from './warc-records.js';

/** A page of an archive, its bytes as the server meant them. */
export interface ArchivedPage {
  readonly kind: 'page';
  readonly url: string;
  /** As the server said it. */
  readonly contentType: string;
  readonly body: Buffer;
  /** ISO 8601; null where the archive does not say. */
  readonly fetchedAt: string | null;
  /** The record's own id and digest: what makes it the same record in another reading. */
  readonly recordId: string;
}

/** Why a record is no article; none of these is a fault. */
export type SkipReason =
  | `type ${string}`
  | 'http status'
  | 'content type'
  | 'robots.txt'
  | 'target uri'
  | 'cut off by its crawler'
  | 'empty';

export type ArchivedItem =
  | ArchivedPage
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  | {
      readonly kind: 'bad';
      readonly url: string | null;
      readonly code: ArchiveCode;
      readonly message: string;
    };

/** Bytes of a page, decoded: what the fetcher takes. */
const MAX_PAGE_BYTES = 10 * 1024 * 1024;
const PAGES = /^(text\/(html|plain)|application\/xhtml\+xml)\s*(;|$)/i;
/** The types of the WARC standard; whatever else an archive holds is counted as one. */
const TYPES =
  /^(warcinfo|response|resource|request|metadata|revisit|conversion|continuation|none)$/;

/** The pages of a WARC file among everything else that it holds, one item for each record. */
export async function* archivedPages(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<ArchivedItem> {
  for await (const entry of readWarc(source, isResponse)) {
    if (entry.kind === 'other')
      yield {
        kind: 'skipped',
        reason: `type ${TYPES.test(entry.type) ? entry.type : 'unknown'}`,
      };
    else if (entry.kind === 'bad') yield { ...entry, url: null };
    else yield await itemOf(entry.fields, entry.block);
  }
}

const isResponse = (fields: HeaderFields) => fields.get('warc-type')?.toLowerCase() === 'response';

async function itemOf(fields: HeaderFields, block: Buffer): Promise<ArchivedItem> {
  // Some writers put the URI between angle brackets, as an old draft of the standard had it.
  const url = (fields.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1');
  const skipped = (reason: SkipReason): ArchivedItem => ({ kind: 'skipped', reason });
  if (!/^https?:\/\/[^/]/i.test(url)) return skipped('target uri');
  if (/^https?:\/\/[^/]+\/robots\.txt$/i.test(url)) return skipped('robots.txt');
  // A page that is cut at the crawler's size cap mostly has its article; others end anywhere.
  if (/^(time|disconnect|unspecified)$/i.test(fields.get('warc-truncated') ?? ''))
    return skipped('cut off by its crawler');
  try {
    const message = parseHttp(block);
    const contentType = message.fields.get('content-type') ?? '';
    if (message.status !== 200) return skipped('http status');
    if (!PAGES.test(contentType)) return skipped('content type');
    const body = await decodedBody(message, MAX_PAGE_BYTES);
    if (body.length === 0) return skipped('empty');
    const recordId = `${fields.get('warc-record-id') ?? ''} ${fields.get('warc-payload-digest') ?? ''}`;
    return { kind: 'page', url, contentType, body, fetchedAt: dateOf(fields), recordId };
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    return { kind: 'bad', url, code: error.code, message: error.message };
  }
}

function dateOf(fields: HeaderFields): string | null {
  const instant = Date.parse(fields.get('warc-date') ?? '');
  return instant > 0 ? new Date(instant).toISOString() : null;
}
