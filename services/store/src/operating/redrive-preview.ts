import type { RedrivePreview } from '@tocsin/contracts';
import { summaryOf } from '@tocsin/messaging-kafka';
import type { Queryable } from '@tocsin/persistence';
import type { LettersMeant } from './dead-letter-query.js';
import { lettersMeant } from './letter-reader.js';
import type { Line } from './line.js';

/** Letters after which a preview stops counting. */
const MOST = 20_000;

/** Counts what a redrive would send, and sends nothing. */
export async function previewRedrive(
  line: Line,
  db: Queryable,
  meant: LettersMeant,
): Promise<RedrivePreview> {
  const reasons = new Map<string, RedrivePreview['byReason'][number]>();
  let [count, sentBefore, withoutWayBack, isComplete] = [0, 0, 0, true];
  for await (const page of lettersMeant(line, db, meant)) {
    sentBefore += page.sentBefore;
    for (const found of page.fresh) {
      count += 1;
      if (found.place.firstRetry === null) withoutWayBack += 1;
      const { topic, group, class: deadLetterClass, exception: code } = summaryOf(found);
      const key = [topic, group, deadLetterClass, code].join('\n');
      const sofar = reasons.get(key)?.count ?? 0;
      reasons.set(key, { topic, group, class: deadLetterClass, code, count: sofar + 1 });
    }
    if (count + sentBefore >= MOST) {
      isComplete = false;
      break;
    }
  }
  const byReason = [...reasons.values()].sort((a, b) => b.count - a.count);
  return { count, sentBefore, withoutWayBack, isComplete, byReason };
}
