/**
 * SQL for a statement's `FROM`: its commit does not wait for the disk. For claims and releases: were one
 * lost in a crash of the database, its work would be due again, as it is when its worker crashes. Ends
 * are written with all care.
 */
export const SOON = `(SELECT set_config('synchronous_commit', 'off', true)) AS soon`;
