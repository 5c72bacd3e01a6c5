import { unwrapAmp, withoutAmpSuffix } from './amp.js';
import { canonicalEscapes, escapeUnsafe } from './percent.js';
import { normaliseQuery } from './query.js';
import { withoutSession } from './session.js';

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** Sessions out, dot segments by the URL standard's own rules, runs of slashes as one. */
function normalisePath(path: string): string {
  const bare = withoutSession(canonicalEscapes(escapeUnsafe(path)));
  const resolved = new URL(`http://host${bare || '/'}`).pathname;
  return canonicalEscapes(escapeUnsafe(resolved)).replace(/\/{2,}/g, '/');
}

function splitTail(text: string): { path: string; query: string } {
  const withoutFragment = text.split('#', 1)[0] ?? '';
  const at = withoutFragment.indexOf('?');
  return at < 0
    ? { path: withoutFragment, query: '' }
    : { path: withoutFragment.slice(0, at), query: withoutFragment.slice(at + 1) };
}

/** "0x7f.." and "a.1.." are names, if none that anybody can have; without their dots they are an address, and none. */
const isDomain = (name: string): boolean =>
  !/^[\d.]+$/.test(name) && URL.parse(`http://${name}/`)?.hostname === name;

/** @param path already normal */
function tail(path: string, query: string): string {
  const normalised = normaliseQuery(canonicalEscapes(escapeUnsafe(query)));
  return withoutAmpSuffix(path) + (normalised && `?${normalised}`);
}

/**
 * `file:` and web URLs without a host name nothing that can be fetched, but still have one form. With one slash alone a web
 * URL is relative where it stands in a document.
 */
function normaliseHostless(url: string, isInDocument: boolean): string | null {
  const web = isInDocument ? /^(https?:)()(\/{3,})$/i : /^(https?:)()(\/|\/{3,})$/i;
  const parts = /^(file:)(\/\/)?(\/.*)$/is.exec(url) ?? web.exec(url);
  if (!parts) return null;
  const { path, query } = splitTail(parts[3] ?? '/');
  return `${parts[1]?.toLowerCase()}${parts[2] ?? ''}${tail(normalisePath(path.replace(/^\/{2,}/, '/')), query)}`;
}

/**
 * The one spelling of a URL, by which it is known: scheme and host in lower case and ASCII (punycode),
 * no default port, no dot segments or doubled slashes, escapes canonical, parameters sorted, without
 * trackers, sessions and what asks for the AMP version; pages in AMP caches by their publisher's URL.
 * No fragment either, `#!` included: no server ever sees it, so two URLs that differ by it alone are
 * answered alike. Idempotent. For identity, not for requests: servers get the URL as given.
 *
 * @param base the document that `url` stood in, for relative references
 * @returns null when it is no URL, or one without hierarchy (`javascript:`, `mailto:`)
 */
export function normaliseUrl(url: string, base?: string): string | null {
  const trimmed = url.trim();
  const hostless = normaliseHostless(trimmed, base !== undefined);
  if (hostless) return hostless;
  let parsed: URL;
  try {
    parsed = new URL(trimmed, base);
  } catch {
    return null;
  }
  if (!(parsed.protocol in DEFAULT_PORTS)) return null;
  const name = parsed.hostname.replace(/\.+$/, '');
  if (!name || (name !== parsed.hostname && !isDomain(name))) return null;
  const { protocol, user, host, port, path, query } = unwrapAmp({
    protocol: parsed.protocol,
    user: parsed.username && `${parsed.username}${parsed.password && `:${parsed.password}`}@`,
    host: name,
    port: parsed.port && `:${parsed.port}`,
    path: normalisePath(parsed.pathname),
    query: parsed.search.slice(1),
  });
  return `${protocol}//${user}${host}${port}${tail(path, query)}`;
}
