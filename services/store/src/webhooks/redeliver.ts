import { randomBytes } from 'node:crypto';
import type { Queryable } from '@tocsin/persistence';
import { ProblemError } from '../api/problem.js';
import { hurryWebhook, noteRedelivery } from './delivery-reader.js';
import type { DeliveryView, Try } from './delivery-table.js';
import type { Secrets } from './secret.js';
import { bodyOfRevision, eventBody, send, type Sending } from './send.js';
import type { WebhookView } from './webhook.js';

type Webhook = WebhookView & Secrets;

/** A message that says nothing but that messages come through. */
export async function ping(sending: Sending, webhook: Webhook): Promise<Try> {
  const { id, url } = webhook;
  const body = eventBody('webhook.ping', sending.now(), JSON.stringify({ webhookId: id }));
  const message = `msg_${randomBytes(16).toString('hex')}`;
  const { code, reason, status } = await send(sending, { url, secrets: webhook }, message, body);
  return { code, reason, status };
}

/**
 * Sends a message again, under its own id. One that its webhook waits with comes in its turn, only sooner, so that
 * the order holds; one that is over goes at once.
 * @throws ProblemError 409 when its revision is no longer kept, or its webhook is not active and waits with it
 */
export async function redeliver(
  db: Queryable,
  sending: Sending,
  webhook: Webhook,
  delivery: DeliveryView,
): Promise<void> {
  if (delivery.state === 'pending') {
    if (webhook.state !== 'active') {
      throw new ProblemError(409, 'ERR_API_STATE', `${webhook.id} is ${webhook.state}.`);
    }
    return hurryWebhook(db, webhook.id);
  }
  const { id, incidentId, revision, change, changedAt } = delivery;
  const body = await bodyOfRevision(db, incidentId, revision, change, Date.parse(changedAt));
  if (body === undefined) {
    throw new ProblemError(409, 'ERR_API_STATE', 'The revision is no longer kept.');
  }
  const sent = await send(sending, { url: webhook.url, secrets: webhook }, id, body);
  await noteRedelivery(db, id, sent, sending.now());
}
