import type { Queryable } from '@tocsin/persistence';
import { isLoopback, isSameSecret } from '@tocsin/telemetry';
import { ProblemError } from '../api/problem.js';
import { holderOf, type Scope } from './api-keys.js';

/** Who may do what without a key of the table. */
export interface AccessSettings {
  /** The operator's own key, from the settings; it allows everything. */
  readonly operatorKey: string | null;
  readonly read: 'loopback' | 'open' | 'key';
  /** The address that the service listens on. */
  readonly host: string;
}

/** What is looked at of a request. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const NOBODY = 'without a key';
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What is the operators' even to read: keys and secrets, addresses of others, whole payloads, who did what. */
const OPERATORS = [
  '/v1/keys',
  '/v1/webhooks',
  '/v1/dead-letters',
  '/v1/fuses',
  '/v1/operations',
  '/v1/erasures',
];

/** The scope that a request needs; undefined for what is not of the API: health, metrics, the console. */
export function scopeNeeded({ method, url }: Asked): Scope | undefined {
  const path = url.split('?')[0] as string;
  if (!path.startsWith('/v1/')) return undefined;
  if (OPERATORS.some((own) => path === own || path.startsWith(`${own}/`))) return 'operate';
  if (READING.has(method)) return 'read';
  return path.startsWith('/v1/documents') ? 'push' : 'operate';
}

/**
 * Lets a request pass or refuses it.
 * @returns who calls: the name of the key, or that there was none
 * @throws ProblemError 401 without a key that is needed or with one that is none, 403 without the scope
 */
export async function checkAccess(
  db: Queryable,
  settings: AccessSettings,
  asked: Asked,
  nowMs: number,
): Promise<string> {
  const needed = scopeNeeded(asked);
  if (needed === undefined) return NOBODY;
  const authorization = asked.headers['authorization'];
  if (typeof authorization !== 'string') return checkWithoutKey(settings, asked, needed);
  const given = /^Bearer (\S+)$/.exec(authorization)?.[1] ?? '';
  if (settings.operatorKey !== null && isSameSecret(given, settings.operatorKey))
    return "the operator's key";
  const holder = await holderOf(db, given, nowMs);
  if (holder === undefined) {
    throw new ProblemError(401, 'ERR_API_KEY', 'This key is unknown or revoked.');
  }
  const { name, scopes } = holder;
  if (!scopes.includes(needed) && !scopes.includes('operate')) {
    throw new ProblemError(403, 'ERR_API_SCOPE', `This key does not allow to ${needed}.`);
  }
  return name;
}

function checkWithoutKey(settings: AccessSettings, asked: Asked, needed: Scope): string {
  const { operatorKey, read, host } = settings;
  const isLocal = isLoopback(host);
  if (needed === 'read' && (read === 'open' || (read === 'loopback' && isLocal))) return NOBODY;
  // A page of another site must not change anything through the browser of whoever runs this.
  const site = asked.headers['sec-fetch-site'];
  const isOwn = site === undefined || site === 'same-origin' || site === 'none';
  if (needed !== 'read' && operatorKey === null && isLocal && isOwn) return NOBODY;
  throw new ProblemError(
    401,
    'ERR_API_KEY',
    `This call needs a key that allows to ${needed}, as "Authorization: Bearer <key>".`,
  );
}
