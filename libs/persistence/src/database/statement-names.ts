import { createHash } from 'node:crypto';

/** A service has some dozens of fixed statements; whoever has more than this makes them up as it goes. */
const MOST = 256;

const names = new Map<string, string>();

/**
 * The name under which a connection keeps a statement once it has parsed and planned it; planning a statement of a
 * batch takes longer than running it. PostgreSQL goes on planning anew where a plan for all arguments is worse.
 * @returns undefined beyond the first 256 texts, so that no connection's memory fills
 */
export function statementName(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= MOST) return known;
  const name = `tocsin_${createHash('sha1').update(sql).digest('hex').slice(0, 24)}`;
  names.set(sql, name);
  return name;
}
