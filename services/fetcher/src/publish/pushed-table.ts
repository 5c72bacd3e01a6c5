import { inTransaction, pooledPrepared, type Queryable } from '@tocsin/persistence';
import type { DataSource } from 'typeorm';
import {
  currentVersions,
  noteSightings,
  storeVersions,
  type Sighting,
} from '../frontier/article-table.js';
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
    const db = pooledPrepared(this.database);
    const keys = pushes.flatMap(({ idempotencyKey: key }) => (key === null ? [] : [key]));
    const known = await db.query<KnownPush & { key: string }>(
      `SELECT idempotency_key AS key, request_hash AS "requestHash", article_id AS "articleId",
              version::float8 AS version
       FROM pushed_document WHERE idempotency_key = ANY($1)`,
      [keys],
    );
    const current = await currentVersions(
      db,
      pushes.map(({ articleId }) => articleId),
    );
    return {
      keys: new Map(known.map(({ key, ...push }) => [key, push])),
      current,
    };
  }

  /** Writes what was published and acknowledged, in one transaction. */
  async store(
    versions: readonly StoredVersion[],
    sightings: readonly Sighting[],
    keyed: readonly KeyedPush[],
  ): Promise<void> {
    if (versions.length + sightings.length + keyed.length === 0) return;
    await inTransaction(this.database, async (tx) => {
      await storeVersions(tx, versions);
      await noteSightings(tx, sightings);
      await storeKeys(tx, keyed);
    });
  }
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
