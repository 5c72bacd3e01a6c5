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
export function queryableOf(runner: QueryRunner): Queryable {
  return {
    async query<R>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
      try {
        // The structured result: without it TypeORM answers UPDATE and DELETE in another shape.
        const result = await measured(sql, () => runner.query(sql, [...params], true));
        return (result.records ?? []) as R[];
      } catch (error) {
        throw toDatabaseError(error);
      }
    },
  };
}

/**
 * A `Queryable` within the runner's transaction whose statements are parsed and planned once a connection. For fixed
 * statements alone: what is made up for each request should be planned for it.
 */
export function preparedOf(runner: QueryRunner): Queryable {
  return {
    async query<R>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
      try {
        const client = (await runner.connect()) as ClientBase;
        // What has no parameters is run as it is: it may be several statements, or name a table that is made now.
        const name = params.length > 0 ? statementName(sql) : undefined;
        const statement = { name, text: sql, values: [...params] };
        const { rows } = await measured(sql, () => client.query(statement));
        return (rows ?? []) as R[];
      } catch (error) {
        throw toDatabaseError(error);
      }
    },
  };
}

/** A `Queryable` that takes a pooled connection for each statement: no transaction spans two of them. */
export function pooled(database: DataSource): Queryable {
  return {
    async query<R>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
      const runner = database.createQueryRunner();
      try {
        return await queryableOf(runner).query<R>(sql, params);
      } finally {
        await runner.release();
      }
    },
  };
}
