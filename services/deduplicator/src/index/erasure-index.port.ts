import type { Incident } from '@tocsin/contracts';

/** What is erased, and what of it is left. Bound to one transaction. */
export interface ErasureIndex {
  /** Those of the articles that were erased, or that are of a source that was. */
  erasedAmong(
    articles: readonly { readonly articleId: string; readonly url: string }[],
  ): Promise<ReadonlySet<string>>;
  /** Refuses a site and all below it from now on. */
  forgetSource(host: string): Promise<void>;
  /** Refuses the articles from now on, and takes out what is left of their words. */
  forget(articleIds: readonly string[]): Promise<void>;
  /** Snapshots, of whatever time, that hold anything that one of the articles said. */
  incidentsWithWordsOf(articleIds: readonly string[]): Promise<Incident[]>;
  saveSnapshots(incidents: readonly Incident[]): Promise<void>;
}
