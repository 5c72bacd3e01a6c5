import type { Signature } from '@tocsin/dedup';

/** Where a signature is filed. */
export interface Filing {
  readonly position: bigint;
  readonly span: number;
}

/** A signature with the buckets that it is in. */
export interface FiledSignature {
  readonly signature: Signature;
  readonly span: number;
  readonly bands: readonly bigint[];
}

/** What lies in an article's buckets. */
export interface Bucketed {
  /** By the article's number in the question: where those before it lie that it is compared with. */
  readonly before: ReadonlyMap<number, readonly Filing[]>;
  /** By the same number: where those after it lie that are compared with it, or would be; some more perhaps. */
  readonly after: ReadonlyMap<number, readonly Filing[]>;
}

/** The memory of signatures. Bound to one transaction. */
export interface CopyIndex {
  /** Adds signatures with their bands; those whose span is gone are left out. */
  add(filed: readonly FiledSignature[]): Promise<void>;
  remove(filed: readonly FiledSignature[]): Promise<void>;
  /** The signatures that lie there, with their spans. */
  at(filings: readonly Filing[]): Promise<FiledSignature[]>;
  /** Of every bucket the first so many within the window before each article; and whom it comes before. */
  look(articles: readonly FiledSignature[]): Promise<Bucketed>;
  /** The first part of `look` alone. */
  before(articles: readonly FiledSignature[]): Promise<Bucketed['before']>;
}
