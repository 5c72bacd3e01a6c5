import { CliError } from '../cli-error.js';
import type { CliConfig } from '../settings.js';

/** A service of ours: its name for people, its place, and the setting that moves it. */
export interface ServicePlace {
  readonly name: string;
  readonly url: string;
  readonly setting: string;
}

/** An answer whose status the caller judges. */
export interface ServiceAnswer {
  readonly status: number;
  readonly text: string;
  /** The text as JSON, null where it is none. */
  readonly body: unknown;
  /** How long a busy service asks us to wait; null where it doesn't say. */
  readonly retryAfterMs: number | null;
  /** Where a list goes on, from its `Link`; null on the last page and where there is none. */
  readonly next: string | null;
}

/** A service that says nothing for this long hangs. */
const TIMEOUT_MS = 15_000;
/** Milliseconds that a service may make us wait, whatever it says. */
const MAX_RETRY_AFTER_MS = 60_000;

/** The header of calls that change things, where there is a key. */
export const authorized = ({ apiKey }: CliConfig): Record<string, string> =>
  apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };

/** @throws CliError ERR_CLI_UNREACHABLE */
export async function ask(
  { name, url, setting }: ServicePlace,
  path: string,
  init: RequestInit = {},
  timeoutMs = TIMEOUT_MS,
): Promise<ServiceAnswer> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(new URL(path, withSlash(url)), { ...init, signal });
    const seconds = Number(response.headers.get('retry-after') ?? NaN);
    const retryAfterMs = seconds >= 0 ? Math.min(seconds * 1_000, MAX_RETRY_AFTER_MS) : null;
    const text = await response.text();
    const next = nextOf(response.headers.get('link'));
    return { status: response.status, text, body: parse(text), retryAfterMs, next };
  } catch (cause) {
    const sentence = `The ${name} at ${url} doesn't answer; start it with npm start or set ${setting}.`;
    throw new CliError('ERR_CLI_UNREACHABLE', sentence, { cause });
  }
}

/**
 * The body of a success.
 * @throws CliError ERR_CLI_UNREACHABLE, the code that the service gives, or ERR_CLI_ANSWER
 */
export async function callService<T>(
  place: ServicePlace,
  path: string,
  init: RequestInit = {},
  timeoutMs = TIMEOUT_MS,
): Promise<T> {
  return bodyOf<T>(place, await ask(place, path, init, timeoutMs));
}

/** @throws CliError the code that the service gives, or ERR_CLI_ANSWER */
export function bodyOf<T>(place: ServicePlace, answer: ServiceAnswer): T {
  const { status, body } = answer;
  if (status >= 200 && status < 300 && body !== null) return body as T;
  throw refusalOf(place, answer);
}

/** What an answer that is no success says. */
export function refusalOf(place: ServicePlace, { status, body }: ServiceAnswer): CliError {
  const { code, detail, message = detail } = (body ?? {}) as Record<string, string | undefined>;
  return new CliError(
    typeof code === 'string' ? code : 'ERR_CLI_ANSWER',
    typeof code === 'string' && typeof message === 'string'
      ? message
      : `The ${place.name} at ${place.url} answered with status ${status}; is ${place.setting} right?`,
  );
}

/** The cursor of the next page (RFC 8288): the rest of its address is what was asked for. */
function nextOf(link: string | null): string | null {
  const [, address] = /<([^>]+)>; rel="next"/.exec(link ?? '') ?? [];
  return address === undefined ? null : new URL(address, 'http://any').searchParams.get('cursor');
}

/** Paths are taken below the base URL, whatever stands at its end. */
const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
