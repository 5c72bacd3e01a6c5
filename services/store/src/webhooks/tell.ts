import type { Queryable } from '@tocsin/persistence';
import { readChanges } from '../live/change-reader.js';
import { criteriaOf } from '../queries/incident-parameters.js';
import { beginDelivery, messageId, settleDelivery, type Settlement } from './delivery-table.js';
import { matchingRevisions, type MatchingRevision } from './matching-revisions.js';
import { isRefusal, pauseAfter } from './retry-schedule.js';
import { bodyOfRevision, send, type Sending, type Sent } from './send.js';
import { moveCursor, type HeldWebhook } from './webhook-leases.js';

export interface TellingSettings {
  /** How long a webhook stays in one instance's hands without a sign of life, ms; longer than a try takes. */
  readonly leaseMs: number;
  /** Pauses after failed tries, ms. */
  readonly scheduleMs: readonly number[];
}

export interface Telling extends Sending {
  readonly db: Queryable;
  readonly random: () => number;
  readonly settings: TellingSettings;
  /** Ends it between two messages. */
  readonly signal: AbortSignal;
}

/** Changes that are looked at in one go: each may be a snapshot of up to a megabyte. */
const BATCH = 100;

/**
 * Tells a webhook what has changed since its place, message by message in the order of the changes, until there is
 * nothing more, one fails, or it is taken out of our hands. Its place moves with each message that is settled, in
 * the same statement: a crash in between sends that message once more.
 */
export async function tell(telling: Telling, webhook: HeldWebhook): Promise<void> {
  const { db, signal } = telling;
  const criteria = criteriaOf(webhook.filters);
  for (let { place } = webhook; !signal.aborted;) {
    const changes = await readChanges(db, place, BATCH);
    const last = changes.at(-1);
    if (!last) return;
    for (const match of await matchingRevisions(db, changes, webhook.changes, criteria)) {
      if (signal.aborted || !(await tellOf(telling, webhook, match))) return;
    }
    place = last;
    if (!(await moveCursor(db, webhook, place)) || changes.length < BATCH) return;
  }
}

/** @returns whether the next message may go */
async function tellOf(
  telling: Telling,
  webhook: HeldWebhook,
  match: MatchingRevision,
): Promise<boolean> {
  const { db, settings, now } = telling;
  const delivery = await beginDelivery(db, webhook, match, settings.leaseMs, now());
  if (!delivery) return false;
  if (delivery.state !== 'pending') return true;
  const { id, url, secrets } = webhook;
  const { incidentId, revision, change, changedMs } = match;
  const body = await bodyOfRevision(db, incidentId, revision, change, changedMs);
  const sent =
    body === undefined
      ? ERASED
      : await send(telling, { url, secrets }, messageId(id, incidentId, revision), body);
  const settlement = settlementOf(sent, delivery.attempts + 1, match, telling);
  const isOurs = await settleDelivery(db, webhook, match, settlement, now());
  return isOurs && settlement.place !== undefined && settlement.disables !== true;
}

/** Erased between the look and the try: there is nothing to tell any more. */
const ERASED: Sent = {
  code: 'ERR_WEBHOOK_ERASED',
  reason: 'The revision is no longer kept.',
  status: null,
  retryAfterMs: null,
};

function settlementOf(
  sent: Sent,
  tries: number,
  { place }: MatchingRevision,
  { settings, random }: Telling,
): Settlement {
  if (sent.code === 'OK') return { state: 'delivered', tried: sent, place };
  if (sent === ERASED) return { state: 'dead', tried: sent, place };
  // The receiver wants no more: what it is at waits, should an operator think otherwise.
  if (sent.status === 410) return { state: 'pending', tried: sent, disables: true };
  const pauseMs = pauseAfter(tries, sent, settings.scheduleMs, random);
  if (pauseMs !== undefined) return { state: 'pending', tried: sent, pauseMs };
  // A message that is refused for itself is passed by; a receiver that fails for days is left alone.
  return { state: 'dead', tried: sent, place, disables: !isRefusal(sent.status) };
}
