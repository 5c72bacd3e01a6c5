/** Adds a parameter to a statement and gives its place, as `$3`. */
export type Bind = (value: unknown) => string;

/** A statement with the values of its parameters. */
export interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** A statement built with its parameters: no value ever gets into SQL as text. */
export function statement(build: (bind: Bind) => string): Statement {
  const params: unknown[] = [];
  const sql = build((value) => `$${params.push(value)}`);
  return { sql, params };
}
