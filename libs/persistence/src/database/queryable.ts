import type { ClientBase, QueryConfig, QueryResult } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { toDatabaseError } from './database-errors.js';
import { measured } from './measured.js';
import { statementName } from './statement-names.js';

/** Runs SQL and gives the rows, whatever the statement (`RETURNING` included). */
export interface Queryable {
  /** @throws the mapped error of `toDatabaseError`. `bigint` columns arrive as strings. */
  query<R>(sql: string, params?: readonly unknown[]): Promise<R[]>;
}

/** A `Queryable` on the runner's own connection, hence within its transaction. */
export const queryableOf = (runner: QueryRunner): Queryable =>
  queryableBy((sql, values) => rowsOf(runner, { text: sql, values }));

/**
 * A `Queryable` within the runner's transaction whose statements are parsed and planned once a connection. For fixed
 * statements alone: what is made up for each request should be planned for it.
 */
export const preparedOf = (runner: QueryRunner): Queryable =>
  queryableBy((sql, values) => {
    // What has no parameters is run as it is: it may be several statements, or name a table that is made now.
    const name = values.length > 0 ? statementName(sql) : undefined;
    return rowsOf(runner, { name, text: sql, values });
  });

/**
 * The driver's callback, not its promise: of that each answer is held by the next until a major collection, so that every
 * page that was read outlives the young generation (170 kB a list: measured, half of what the API's CPU went into).
 */
async function rowsOf(
  runner: QueryRunner,
  statement: QueryConfig & { readonly name?: string | undefined },
): Promise<readonly unknown[] | undefined> {
  const client = (await runner.connect()) as ClientBase;
  const { rows } = await new Promise<QueryResult>((resolve, reject) => {
    client.query(statement as QueryConfig, (error: Error | null, result) =>
      error ? reject(error) : resolve(result),
    );
  });
  return rows;
}

/** @param run gives the rows, or nothing where a statement has none */
function queryableBy(
  run: (sql: string, params: unknown[]) => Promise<readonly unknown[] | undefined>,
): Queryable {
  return {
    async query<R>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
      try {
        return ((await measured(sql, () => run(sql, [...params]))) ?? []) as R[];
      } catch (error) {
        throw toDatabaseError(error);
      }
    },
  };
}

/** A `Queryable` that takes a pooled connection for each statement: no transaction spans two of them. */
export const pooled = (database: DataSource): Queryable => onPool(database, queryableOf);

/** The same for fixed statements alone, which a connection parses and plans once: see `preparedOf`. */
export const pooledPrepared = (database: DataSource): Queryable => onPool(database, preparedOf);

const onPool = (database: DataSource, by: (runner: QueryRunner) => Queryable): Queryable => ({
  async query<R>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    const runner = database.createQueryRunner();
    try {
      return await by(runner).query<R>(sql, params);
    } finally {
      await runner.release();
    }
  },
});
