import type { FoundLetter } from '@tocsin/messaging-kafka';
import type { Queryable } from '@tocsin/persistence';
import { hostKeyOf, keysAbove } from '../rights/host-key.js';

/** What a letter is about: ids that may be articles' and the sites of its links, read from the end. */
export interface Named {
  readonly ids: ReadonlySet<string>;
  readonly hostKeys: ReadonlySet<string>;
}

const ID = /"(?:articleId|urlId)"\s*:\s*"([^"]{1,200})"/g;
/** A value of its own: a link in a text stands behind an escaped quotation mark. */
const LINK = /(?<!\\)"(https?:\/\/[^"\s]{1,2000})"/g;

/** Reads the bytes as they are: what could not be parsed is a dead letter, too. */
export function namedBy({ letter: { record } }: FoundLetter): Named {
  const value = record.value?.toString('utf8') ?? '';
  const found = (pattern: RegExp) => [...value.matchAll(pattern)].map(([, name]) => name as string);
  return {
    ids: new Set([record.key?.toString('utf8') ?? '', ...found(ID)]),
    hostKeys: new Set(found(LINK).flatMap((link) => keysAbove(hostKeyOf(link)).slice(0, -1))),
  };
}

/**
 * Says of each whether anything of it was erased, an article or a whole source: the broker keeps such a letter until
 * its time is over, and nobody is shown it meanwhile.
 */
export async function erasedOf(db: Queryable, named: readonly Named[]): Promise<boolean[]> {
  const rows = await db.query<{ name: string }>(
    `SELECT article_id AS name FROM article WHERE article_id = ANY($1) AND erased_ms IS NOT NULL
     UNION ALL SELECT host_key FROM erased_source WHERE host_key = ANY($2)`,
    [
      named.flatMap(({ ids }) => [...ids].filter((id) => !id.includes('\0'))),
      named.flatMap(({ hostKeys }) => [...hostKeys]),
    ],
  );
  const erased = new Set(rows.map(({ name }) => name));
  return named.map(({ ids, hostKeys }) => [...ids, ...hostKeys].some((name) => erased.has(name)));
}

/** Those of which nothing was erased: the others must not come back by a redrive, as a late revision would. */
export async function withoutErased(
  db: Queryable,
  letters: readonly FoundLetter[],
): Promise<FoundLetter[]> {
  const erased = await erasedOf(db, letters.map(namedBy));
  return letters.filter((_, at) => !erased[at]);
}
