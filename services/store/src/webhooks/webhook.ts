import type { IncidentRevised } from '@tocsin/contracts';
import { badQuery } from '../api/problem.js';
import { parsePosition, type ChangePosition } from '../live/position.js';

export type ChangeName = IncidentRevised['change'];
/** What a message says of a revision: `left`, that it took its incident out of the filters. */
export type ToldChange = ChangeName | 'left';
/** What can happen to an incident, as `incident-revised` says it. */
export const CHANGES: readonly ChangeName[] = [
  'created',
  'updated',
  'merged',
  'split',
  'retracted',
];

/** `paused` by an operator; `disabled` when the receiver is gone or failed for days. */
export const WEBHOOK_STATES = ['active', 'paused', 'disabled'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** A webhook as it is shown: its secret is nowhere. Times are ISO 8601. */
export interface WebhookView {
  readonly id: string;
  readonly url: string;
  /** Null: of all incidents. */
  readonly queryId: string | null;
  readonly changes: readonly ChangeName[];
  readonly state: WebhookState;
  /** Why it is disabled: a stable code and one sentence. */
  readonly code: string | null;
  readonly reason: string | null;
  readonly createdAt: string;
  /** Everything up to this event id of the live stream is told. */
  readonly position: string;
}

export interface WebhookDraft {
  readonly url: string;
  readonly queryId: string | null;
  readonly changes: readonly ChangeName[];
  /** Undefined: from now on. */
  readonly after?: ChangePosition;
}

/** What of a webhook can be changed; the secret only by a rotation. */
export interface WebhookChange {
  readonly url?: string;
  readonly queryId?: string | null;
  readonly changes?: readonly ChangeName[];
  readonly state?: 'active' | 'paused';
}

type Body = Readonly<Record<string, unknown>>;

/** @throws ProblemError 400 */
export function checkedNewWebhook(body: unknown): WebhookDraft {
  const given = known(body, ['url', 'queryId', 'changes', 'after']);
  if (given['url'] === undefined) throw badQuery('A webhook has a url.');
  const { after } = given;
  if (after !== undefined && typeof after !== 'string') throw badQuery('after must be a text.');
  return {
    url: checkedUrl(given['url']),
    queryId: given['queryId'] === undefined ? null : checkedQueryId(given['queryId']),
    changes: given['changes'] === undefined ? CHANGES : checkedChanges(given['changes']),
    ...(after === undefined ? {} : { after: parsePosition(after) }),
  };
}

/** @throws ProblemError 400 */
export function checkedWebhookChange(body: unknown): WebhookChange {
  const { url, queryId, changes, state } = known(body, ['url', 'queryId', 'changes', 'state']);
  if (state !== undefined && state !== 'active' && state !== 'paused') {
    throw badQuery('state must be active or paused.');
  }
  return {
    ...(url === undefined ? {} : { url: checkedUrl(url) }),
    ...(queryId === undefined ? {} : { queryId: checkedQueryId(queryId) }),
    ...(changes === undefined ? {} : { changes: checkedChanges(changes) }),
    ...(state === undefined ? {} : { state }),
  };
}

function known(body: unknown, names: readonly string[]): Body {
  const given = (body ?? {}) as Body;
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) throw badQuery(`${unknown} is nothing that can be given here.`);
  return given;
}

/** Which addresses it may name is the poster's to say. */
function checkedUrl(url: unknown): string {
  if (typeof url === 'string' && url.length <= 2_000 && URL.canParse(url)) return new URL(url).href;
  throw badQuery('url must be an http or https URL of at most 2000 characters.');
}

function checkedQueryId(id: unknown): string | null {
  if (id === null || (typeof id === 'string' && /^qry_[0-9a-f]{16}$/.test(id))) return id;
  throw badQuery('queryId must be the id of a saved query, or null for all incidents.');
}

function checkedChanges(changes: unknown): readonly ChangeName[] {
  if (
    Array.isArray(changes) &&
    changes.length > 0 &&
    changes.every((one) => CHANGES.includes(one as ChangeName))
  ) {
    return CHANGES.filter((one) => changes.includes(one));
  }
  throw badQuery(`changes must be some of ${CHANGES.join(', ')}.`);
}
