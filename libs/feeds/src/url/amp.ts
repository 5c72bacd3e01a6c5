/** Hosts of the caches in https://cdn.ampproject.org/caches.json, each with a subdomain a site. */
const CACHE_HOST = /(?:^|\.)(?:cdn\.ampproject\.org|bing-amp\.com)$/;
/** A page (`c`) or one within the viewer (`v`), the site's scheme (`s` for https), then its address. */
const CACHE_PATH = /^\/[cv]\/(s\/)?([^/]+)(\/.*)?$/s;
const GOOGLE_HOST = /^(?:www\.)?google\.(?:com?\.)?[a-z]{2,3}$/;
const GOOGLE_PATH = /^\/amp\/(s\/)?([^/]+)(\/.*)?$/s;
/** What the viewer adds, and the AMP runtime takes away again (`removeAmpJsParamsFromSearch`). */
const VIEWER_PARAMETER = /^(?:amp_(?:js[^&=]*|gsa|r|kit)|usqp)$/;

/** A web address in canonical parts; `path` begins with a slash, `query` without its mark. */
export interface WebAddress {
  readonly protocol: string;
  /** With its `@`, or empty, as `port` with its colon. */
  readonly user: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly query: string;
}

function wrapped(host: string, path: string): RegExpExecArray | null {
  if (CACHE_HOST.test(host)) return CACHE_PATH.exec(path);
  return GOOGLE_HOST.test(host) ? GOOGLE_PATH.exec(path) : null;
}

/** The host that a segment of a path names, which must be a domain and nothing more. */
function domainIn(segment: string): string | null {
  if (!URL.canParse(`http://${segment}/`)) return null;
  const { hostname, username, port } = new URL(`http://${segment}/`);
  return !username && !port && /^(?:[a-z\d-]+\.)+[a-z\d-]+$/.test(hostname) ? hostname : null;
}

const withoutViewer = (query: string) =>
  query
    .split('&')
    .filter((pair) => !VIEWER_PARAMETER.test(pair.split('=', 1)[0] ?? ''))
    .join('&');

/**
 * The publisher's own address of a page in an AMP cache or in Google's viewer
 * (https://developers.google.com/amp/cache/overview#amp-cache-url-format); any other as it is.
 */
export function unwrapAmp(address: WebAddress): WebAddress {
  const found = address.user || address.port ? null : wrapped(address.host, address.path);
  if (!found) return address;
  const [, secure, segment = '', path = '/'] = found;
  const host = domainIn(segment);
  // One cache does not hold another's pages: that is no wrapping but somebody's play with it.
  if (host === null || wrapped(host, path)) return address;
  const query = withoutViewer(address.query);
  return { protocol: secure ? 'https:' : 'http:', user: '', host, port: '', path, query };
}

/**
 * Whether a parameter asks for the AMP version of the same page: `amp` (WordPress' and Drupal's
 * plugins: empty or 1), `outputType=amp` (Arc XP).
 */
export const isAmpParameter = (name: string, value: string): boolean =>
  (name === 'amp' && (value === '' || value === '1')) || (name === 'outputType' && value === 'amp');

/**
 * A path without WordPress' suffix for the AMP version (`/2024/05/some-story/amp/`,
 * https://amp-wp.org/documentation/getting-started/paired-url-structures). What is before it must
 * have an article's shape, a slug of words or with a number: a section called `amp` keeps its name.
 *
 * @param path canonical, without doubled slashes
 */
export function withoutAmpSuffix(path: string): string {
  const at = path.endsWith('/') ? path.length - 1 : path.length;
  if (path.slice(at - 4, at) !== '/amp') return path;
  const parent = path.slice(0, at - 4);
  const slug = parent.slice(parent.lastIndexOf('/') + 1);
  if (!/[-\d]/.test(slug)) return path;
  return path.endsWith('/') ? `${parent}/` : parent;
}
