/** Schemes of addresses that name something and run nothing, after feedparser's list. */
export const INERT_SCHEMES: ReadonlySet<string> = new Set(
  `aim callto cvs facetime feed file ftp geo git gopher gtalk h323 hdl http https imap irc irc6 ircs itms
  magnet mailto mms msnim news nntp prospero rsync rtsp rtspu sftp shttp sip sips skype smb snews ssh svn
  svn+ssh tel telnet wais xmpp ymsg`.split(/\s+/),
);

interface Parts {
  readonly scheme?: string | undefined;
  readonly authority?: string | undefined;
  readonly path: string;
  readonly query?: string | undefined;
  readonly fragment?: string | undefined;
}

/** The expression of RFC 3986, appendix B, with section 3.1's schemes. */
const REFERENCE =
  /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

function partsOf(reference: string): Parts {
  const [, scheme, authority, path = '', query, fragment] = REFERENCE.exec(reference) ?? [];
  return { scheme, authority, path, query, fragment };
}

function withoutDots(path: string): string {
  const kept: string[] = [];
  const segments = path.split('/');
  for (const [at, segment] of segments.entries()) {
    const last = at === segments.length - 1;
    if (segment === '..') {
      if (kept.length > 1) kept.pop();
      if (last) kept.push('');
    } else if (segment === '.') {
      if (last) kept.push('');
    } else kept.push(segment);
  }
  return kept.join('/');
}

function merged(base: Parts, path: string): string {
  if (base.authority !== undefined && base.path === '') return `/${path}`;
  return base.path.slice(0, base.path.lastIndexOf('/') + 1) + path;
}

const written = ({ scheme, authority, path, query, fragment }: Parts) =>
  [
    scheme === undefined ? '' : `${scheme}:`,
    authority === undefined ? '' : `//${authority}`,
    path,
    query === undefined ? '' : `?${query}`,
    fragment === undefined ? '' : `#${fragment}`,
  ].join('');

/**
 * A reference against its base by RFC 3986, section 5.2. Unlike `URL` it leaves the spelling alone: an
 * absolute reference comes back as written, international hosts stay readable. More than two slashes
 * after the scheme, a common slip, are taken for two.
 */
export function resolveReference(base: string, reference: string): string {
  const fixed = reference.replace(/^([A-Za-z][A-Za-z0-9+.-]*:\/\/)\/+/, '$1');
  const to = partsOf(fixed);
  if (fixed === '' || base === '') return fixed === '' ? base : fixed;
  if (to.scheme !== undefined) return fixed;
  const from = partsOf(base);
  const { scheme, authority } = from;
  if (to.authority !== undefined) return written({ ...to, scheme, path: withoutDots(to.path) });
  if (to.path === '')
    return written({ ...from, query: to.query ?? from.query, fragment: to.fragment });
  // What hangs on no authority and starts with no slash (`mailto:`, `tag:`) is no base for anything.
  if (scheme !== undefined && authority === undefined && !from.path.startsWith('/')) return fixed;
  const path = withoutDots(to.path.startsWith('/') ? to.path : merged(from, to.path));
  return written({ ...to, scheme, authority, path });
}

/**
 * Whether an address, as a browser would read it, is relative or of a scheme that runs nothing: controls
 * and white space, which browsers skip, hide no `javascript:`.
 */
export function isInert(address: string): boolean {
  const read = address.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\ufeff]/g, '');
  const scheme = /^([^:/?#]*):/.exec(read)?.[1];
  return scheme === undefined || INERT_SCHEMES.has(scheme.toLowerCase());
}

/** A reference against its base, `''` when that is not inert. */
export function safeReference(base: string, reference: string): string {
  const resolved = resolveReference(base, reference.trim());
  return isInert(reference) && isInert(resolved) ? resolved : '';
}
