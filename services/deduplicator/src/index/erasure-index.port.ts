import type { Incident } from '@tocsin/contracts';

/** What is erased, and what of it is left. Bound to one transaction. */
export interface ErasureIndex {
  /** Those of the articles that were erased. */
  erasedAmong(articleIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Refuses the articles from now on, and takes out what is left of their words. */
  forget(articleIds: readonly string[]): Promise<void>;
  /** Snapshots, of whatever time, that hold anything that one of the articles said. */
  incidentsWithWordsOf(articleIds: readonly string[]): Promise<Incident[]>;
  saveSnapshots(incidents: readonly Incident[]): Promise<void>;
}
