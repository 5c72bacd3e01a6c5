import type { ClientBase } from 'pg';
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
  queryableBy(async (sql, params) => {
    // The structured result: without it TypeORM answers UPDATE and DELETE in another shape.
    const { records } = await runner.query(sql, params, true);
    return records;
  });

/**
 * A `Queryable` within the runner's transaction whose statements are parsed and planned once a connection. For fixed
 * statements alone: what is made up for each request should be planned for it.
 */
export const preparedOf = (runner: QueryRunner): Queryable =>
  queryableBy(async (sql, values) => {
    const client = (await runner.connect()) as ClientBase;
    // What has no parameters is run as it is: it may be several statements, or name a table that is made now.
    const name = values.length > 0 ? statementName(sql) : undefined;
    const { rows } = await client.query({ name, text: sql, values });
    return rows;
  });

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
