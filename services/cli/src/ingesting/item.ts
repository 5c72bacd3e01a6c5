/** News goes before history: archives must not delay it. */
export type Lane = 'live' | 'backfill';

/** A document as the fetcher's API takes it in a batch. */
export interface PushDocument {
  readonly url: string;
  readonly title?: string;
  readonly html?: string;
  readonly text?: string;
  readonly base64?: string;
  readonly contentType?: string;
  readonly lane?: Lane;
  readonly publishedAt?: string;
  readonly fetchedAt?: string;
}

/** What a source holds, one thing after the other. */
export type Item =
  | {
      readonly kind: 'document';
      readonly source: string;
      readonly document: PushDocument;
      /** Bytes of the document's body. */
      readonly bytes: number;
      /** What makes it the same document in another reading, beside its content. */
      readonly id: string;
    }
  | { readonly kind: 'skipped'; readonly source: string; readonly reason: string }
  | {
      readonly kind: 'refused';
      readonly source: string;
      readonly url: string | null;
      readonly code: string;
      readonly message: string;
    };
