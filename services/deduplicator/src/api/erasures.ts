import { randomUUID } from 'node:crypto';
import { outboxEncoder, type Codec, type RawMessage } from '@tocsin/messaging';
import { forgetSent, inTransaction, writeOutbox } from '@tocsin/persistence';
import type { DataSource } from 'typeorm';
import {
  createDeduplicateArticlesHandler,
  type DeduplicatorSettings,
} from '../handlers/deduplicate-articles.handler.js';
import { PostgresErasureIndex } from '../index/postgres-erasure-index.js';
import { PostgresSyndicationIndex } from '../index/postgres-syndication-index.js';
import { eraseArticles } from '../stages/erase-articles.js';
import { SERVICE } from '../topology.js';

/** An incident that is told anew without what was erased, from this revision on. */
export interface CleansedIncident {
  readonly incidentId: string;
  readonly revision: number;
}

/** Takes articles and all that they said out of the index, and tells the incidents anew, in one transaction. */
export class Erasures {
  /** @param now ms since the epoch */
  constructor(
    private readonly database: DataSource,
    private readonly settings: DeduplicatorSettings,
    private readonly codec: Codec,
    private readonly now: () => number,
  ) {}

  /**
   * Doing it again changes nothing and gives no revisions.
   * @param source a host that is refused with all below it from now on
   */
  async erase(articleIds: readonly string[], source?: string): Promise<CleansedIncident[]> {
    const at = new Date(this.now()).toISOString();
    const encode = outboxEncoder(SERVICE, this.codec, this.now);
    const cause = causeOf();
    return inTransaction(this.database, async (tx) => {
      const erasures = new PostgresErasureIndex(tx);
      if (source !== undefined) await erasures.forgetSource(source);
      const before = await erasures.erasedAmong(
        articleIds.map((articleId) => ({ articleId, url: '' })),
      );
      const fresh = articleIds.filter((id) => !before.has(id));
      if (fresh.length === 0) return [];
      const known = await new PostgresSyndicationIndex(tx).articles(fresh);
      const signal = new AbortController().signal;
      const context = { tx, signal, group: SERVICE, topic: cause.topic, partition: 0 };
      const deduplicate = createDeduplicateArticlesHandler(this.settings);
      const outputs = await eraseArticles(fresh, known, at, { deduplicate, erasures, context });
      const records = outputs.map((output, place) => encode(output, place, cause));
      await forgetSent(tx, records);
      await writeOutbox(tx, records);
      return outputs.flatMap(({ topic, value }) => {
        if (topic !== 'incident-updated') return [];
        const { incidentId, revision } = value as CleansedIncident;
        return [{ incidentId, revision }];
      });
    });
  }
}

/** What the records say brought them about: no record did, so each erasure has a name of its own. */
const causeOf = (): RawMessage => ({
  topic: `erasure-${randomUUID()}`,
  partition: 0,
  offset: 0n,
  key: null,
  value: null,
  headers: {},
  timestamp: 0,
});
