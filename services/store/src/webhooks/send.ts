import { FetchFailure, type PostAnswer, type Poster } from '@tocsin/fetching';
import type { Queryable } from '@tocsin/persistence';
import type { Try } from './delivery-table.js';
import { signedHeaders, type Secrets } from './secret.js';
import type { ToldChange } from './webhook.js';

/** What sending needs of the world. */
export interface Sending {
  readonly poster: Pick<Poster, 'post' | 'policy'>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told of every try with its code. */
  readonly count: (code: string) => void;
}

/** Where a message goes, and what signs it. */
export interface Target {
  readonly url: string;
  readonly secrets: Secrets;
}

/** How a try ended. */
export interface Sent extends Try {
  readonly retryAfterMs: number | null;
}

const MAX_REASON = 300;

/** One try of one message. Never throws for what the receiver does. */
export async function send(
  { poster, now, count }: Sending,
  { url, secrets }: Target,
  id: string,
  body: string,
): Promise<Sent> {
  const nowMs = now();
  const sent = await poster
    .post(new URL(url), body, signedHeaders(id, body, secrets, nowMs), nowMs)
    .then(sentOf, failedOf);
  count(sent.code);
  return sent;
}

function sentOf({ status, excerpt, retryAfterMs }: PostAnswer): Sent {
  if (status >= 200 && status < 300) {
    return { code: 'OK', reason: `Answered with status ${status}.`, status, retryAfterMs: null };
  }
  // A stranger's text: shown to operators, so no controls, and no more than a line of it.
  const words = excerpt.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\uFFFD]+/gu, ' ').trim();
  const said = words === '' ? '' : `: ${words}`;
  const reason = `Answered with status ${status}${said}`.slice(0, MAX_REASON).toWellFormed();
  return { code: codeOf(status), reason, status, retryAfterMs };
}

function codeOf(status: number): string {
  if (status === 410) return 'ERR_WEBHOOK_GONE';
  return status >= 300 && status < 400 ? 'ERR_WEBHOOK_REDIRECT' : 'ERR_WEBHOOK_STATUS';
}

function failedOf(error: unknown): Sent {
  if (!(error instanceof FetchFailure)) throw error;
  return { code: error.code, reason: error.message, status: null, retryAfterMs: null };
}

/**
 * The body of the message of one revision: `data` is its record as it stands in `incident-revised`.
 * @param change what the message's type says of it
 * @returns undefined when the revision is gone
 */
export async function bodyOfRevision(
  db: Queryable,
  incidentId: string,
  revision: number,
  change: ToldChange,
  changedMs: number,
): Promise<string | undefined> {
  const [row] = await db.query<{ record: string }>(
    `SELECT record::text AS record FROM incident_revision
     WHERE incident_id = $1 AND revision = $2 LIMIT 1`,
    [incidentId, revision],
  );
  return row && eventBody(`incident.${change}`, changedMs, row.record);
}

/** @param data JSON */
export function eventBody(type: string, atMs: number, data: string): string {
  const timestamp = new Date(atMs).toISOString();
  return `{"type":${JSON.stringify(type)},"timestamp":"${timestamp}","data":${data}}`;
}
