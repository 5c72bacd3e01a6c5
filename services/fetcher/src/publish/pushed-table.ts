import { inTransaction, pooled, type Queryable } from '@tocsin/persistence';
import type { DataSource } from 'typeorm';
import type { StoredVersion } from '../frontier/types.js';
import type { Known, KnownPush } from './decide-pushes.js';
import type { ReadPush } from './pushed-document.js';

/** A push whose key is to be remembered, with the version that it stands for. */
export interface KeyedPush {
  readonly idempotencyKey: string;
  readonly requestHash: string;
  readonly articleId: string;
  readonly version: number;
}

/** Current versions and idempotency keys, many at a time. */
export class PushedTable {
  constructor(private readonly database: DataSource) {}

  /** What the frontier knows of these documents. */
  async known(pushes: readonly ReadPush[]): Promise<Known> {
    const db = pooled(this.database);
    const keys = pushes.flatMap(({ idempotencyKey: key }) => (key === null ? [] : [key]));
    const known = await db.query<KnownPush & { key: string }>(
      `SELECT idempotency_key AS key, request_hash AS "requestHash", article_id AS "articleId",
              version::float8 AS version
       FROM pushed_document WHERE idempotency_key = ANY($1)`,
      [keys],
    );
    const current = await db.query<StoredVersion>(
      `SELECT id AS "articleId", url, version::float8 AS version, content_hash AS "contentHash"
       FROM article WHERE id = ANY($1)`,
      [pushes.map(({ articleId }) => articleId)],
    );
    return {
      keys: new Map(known.map(({ key, ...push }) => [key, push])),
      current: new Map(current.map((stored) => [stored.articleId, stored])),
    };
  }

  /** Writes what was published and acknowledged, in one transaction. */
  async store(versions: readonly StoredVersion[], keyed: readonly KeyedPush[]): Promise<void> {
    if (versions.length === 0 && keyed.length === 0) return;
    await inTransaction(this.database, async (tx) => {
      await storeVersions(tx, newestOf(versions));
      await storeKeys(tx, keyed);
    });
  }
}

/** The last version of each article, by id, so that two batches can't deadlock. */
function newestOf(versions: readonly StoredVersion[]): StoredVersion[] {
  const newest = new Map(versions.map((version) => [version.articleId, version]));
  return [...newest.values()].sort((a, b) => (a.articleId < b.articleId ? -1 : 1));
}

/** Only a newer version replaces the current one: another replica may have fetched it meanwhile. */
async function storeVersions(tx: Queryable, versions: readonly StoredVersion[]): Promise<void> {
  await tx.query(
    `INSERT INTO article AS a (id, url, version, content_hash)
     SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[])
     ON CONFLICT (id) DO UPDATE
       SET url = EXCLUDED.url, version = EXCLUDED.version, content_hash = EXCLUDED.content_hash
       WHERE a.version < EXCLUDED.version`,
    [
      versions.map(({ articleId }) => articleId),
      versions.map(({ url }) => url),
      versions.map(({ version }) => version),
      versions.map(({ contentHash }) => contentHash),
    ],
  );
}

async function storeKeys(tx: Queryable, keyed: readonly KeyedPush[]): Promise<void> {
  const sorted = [...keyed].sort((a, b) => (a.idempotencyKey < b.idempotencyKey ? -1 : 1));
  await tx.query(
    `INSERT INTO pushed_document (idempotency_key, request_hash, article_id, version)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[])
     ON CONFLICT DO NOTHING`,
    [
      sorted.map(({ idempotencyKey }) => idempotencyKey),
      sorted.map(({ requestHash }) => requestHash),
      sorted.map(({ articleId }) => articleId),
      sorted.map(({ version }) => version),
    ],
  );
}
