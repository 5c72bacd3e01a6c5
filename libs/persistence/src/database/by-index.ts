/**
 * How PostgreSQL reads for a service whose every statement asks for what one batch names: row by row through an index.
 * PostgreSQL can't know how few rows that is (it takes an array for a tenth of the table, a walk along links for
 * ten times its beginning) and would read whole tables, so that an article cost the more the more are known.
 */
export const BY_INDEX: readonly string[] = [
  // There is one way for all arguments: planning for each took as long as many a statement.
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
];
