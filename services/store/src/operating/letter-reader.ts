import type { DeadLetterItem, DeadLetterView } from '@tocsin/contracts';
import {
  findLetters,
  findLettersById,
  summaryOf,
  wholeOf,
  type FoundLetter,
  type LetterPage,
} from '@tocsin/messaging-kafka';
import type { Queryable } from '@tocsin/persistence';
import { erasedOf, namedBy, withoutErased, type Named } from './erased-letters.js';
import type { LetterQuery, LettersMeant } from './dead-letter-query.js';
import type { Line } from './line.js';
import { redrivenAt } from './redriven-letters.js';

export interface LetterItems {
  /** May be fewer than the limit, even none, while there is a `nextCursor`. */
  readonly items: readonly DeadLetterItem[];
  readonly nextCursor: string | null;
  /** Records looked at. */
  readonly scanned: number;
}

/** Records that one page looks at. */
const PAGE_SCAN = 2_000;

type Listed = Omit<DeadLetterItem, 'redrivenAt'>;

/** Bytes of a record that lists have no need of are let go while reading. */
function listed(found: FoundLetter): Listed {
  const { origin, ...summary } = summaryOf(found);
  const { key } = wholeOf({ ...found, letter: withoutValue(found) });
  return {
    ...summary,
    origin: { ...origin, offset: Number(origin.offset) },
    key: typeof key === 'string' ? key : null,
  };
}
const withoutValue = ({ letter }: FoundLetter) => ({
  ...letter,
  record: { ...letter.record, value: null, headers: {} },
});

export async function listLetters(
  { broker, readings }: Line,
  db: Queryable,
  { filter, limit, cursor }: LetterQuery,
): Promise<LetterItems> {
  const bounds = { limit, scan: PAGE_SCAN, ...(cursor === undefined ? {} : { cursor }) };
  const page = await findLetters(broker, readings, filter, bounds, (found) => ({
    item: listed(found),
    named: namedBy(found),
  }));
  const items = await withheld(db, page.items);
  return { items: await withRedrives(db, items), nextCursor: page.next, scanned: page.scanned };
}

/** An error may quote what it failed at. */
async function withheld(
  db: Queryable,
  letters: readonly { readonly item: Listed; readonly named: Named }[],
): Promise<Listed[]> {
  const erased = await erasedOf(
    db,
    letters.map(({ named }) => named),
  );
  return letters.map(({ item }, at) => (erased[at] ? { ...item, message: ERASED } : item));
}
const ERASED = 'Withheld: something of it was erased.';

async function withRedrives(db: Queryable, items: readonly Listed[]): Promise<DeadLetterItem[]> {
  const sent = await redrivenAt(
    db,
    items.map(({ id }) => id),
  );
  return items.map((item) => {
    const at = sent.get(item.id);
    return { ...item, redrivenAt: at === undefined ? null : new Date(at).toISOString() };
  });
}

/** Characters of a payload that are shown. */
const SHOWN_CHARS = 65_536;

/** Undefined where it isn't there (any more). */
export async function showLetter(
  { broker, readings }: Line,
  db: Queryable,
  id: string,
): Promise<DeadLetterView | undefined> {
  const [found] = await findLettersById(broker, readings, [id]);
  if (!found) return undefined;
  const [item] = (await withRedrives(db, [listed(found)])) as [DeadLetterItem];
  const [isErased] = await erasedOf(db, [namedBy(found)]);
  if (isErased) return { ...item, message: ERASED, headers: {}, value: null, isCut: false };
  const { headers, value } = wholeOf(found);
  const text = typeof value === 'string' ? value : (value?.base64 ?? '');
  const shown = text.slice(0, SHOWN_CHARS);
  return {
    ...item,
    headers,
    value: value === null ? null : typeof value === 'string' ? shown : { base64: shown },
    isCut: text.length > SHOWN_CHARS,
  };
}

/** Records that each page of a redrive looks at: they are held in memory with their bytes. */
const REDRIVE_SCAN = 200;

/** The letters meant, page by page; those sent back before only where that is asked for, those about what was erased never. */
export async function* lettersMeant(
  { broker, readings }: Line,
  db: Queryable,
  meant: LettersMeant,
): AsyncGenerator<{ readonly fresh: readonly FoundLetter[]; readonly sentBefore: number }> {
  if ('ids' in meant) {
    const found = await findLettersById(broker, readings, meant.ids);
    yield { fresh: await withoutErased(db, found), sentBefore: 0 };
    return;
  }
  let cursor: string | null = null;
  do {
    const bounds = {
      limit: REDRIVE_SCAN,
      scan: REDRIVE_SCAN,
      ...(cursor === null ? {} : { cursor }),
    };
    const page: LetterPage<FoundLetter> = await findLetters(
      broker,
      readings,
      meant.filter,
      bounds,
      (each) => each,
    );
    const ids = page.items.map(({ id }) => id);
    const sent = meant.again ? new Map() : await redrivenAt(db, ids);
    const fresh = page.items.filter(({ id }) => !sent.has(id));
    const sentBefore = page.items.length - fresh.length;
    yield { fresh: await withoutErased(db, fresh), sentBefore };
    cursor = page.next;
  } while (cursor !== null);
}
