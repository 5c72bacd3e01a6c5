/** How a code ends a fetch: refused by us, or failed out there; and whether another try may help. */
export interface CodeMeaning {
  readonly status: 'refused' | 'failed';
  readonly again: boolean;
}

const refused: CodeMeaning = { status: 'refused', again: false };
const failed: CodeMeaning = { status: 'failed', again: false };
const passing: CodeMeaning = { status: 'failed', again: true };

/** Every way in which a fetch can end without a body, by its stable code. */
export const FETCH_CODES = {
  /** No http or https URL, or one with credentials. */
  ERR_FETCH_URL: refused,
  /** The host is, resolves to, or redirects to an address that is not global unicast. */
  ERR_FETCH_ADDRESS: refused,
  /** A port other than 80 and 443. */
  ERR_FETCH_PORT: refused,
  /** The site's robots.txt forbids it. */
  ERR_FETCH_ROBOTS: refused,
  /** The body, decoded, exceeds the cap. */
  ERR_FETCH_TOO_LARGE: refused,
  /** Not a kind of document that can be an article: image, archive, video. */
  ERR_FETCH_CONTENT_TYPE: refused,
  /** The caller no longer permits it, e.g. as its source was stopped meanwhile; no request was made. */
  ERR_FETCH_STOPPED: refused,
  /** More than five redirects, or one without a place to go. */
  ERR_FETCH_REDIRECTS: failed,
  ERR_FETCH_TLS: failed,
  /** What came is no HTTP, or its headers exceed the cap. */
  ERR_FETCH_PROTOCOL: failed,
  /** The content coding is unknown or its data is broken. */
  ERR_FETCH_ENCODING: failed,
  /** 404 or 410. */
  ERR_FETCH_NOT_FOUND: failed,
  /** Any other status that is neither a success nor passing. */
  ERR_FETCH_STATUS: failed,
  /** The server could not say what it forbids. */
  ERR_FETCH_ROBOTS_UNREACHABLE: passing,
  ERR_FETCH_DNS: passing,
  ERR_FETCH_CONNECTION: passing,
  /** The total deadline passed. */
  ERR_FETCH_TIMEOUT: passing,
  /** 408, 425, 429 and 5xx. */
  ERR_FETCH_SERVER: passing,
  /** All bodies on their way together were too much for us. */
  ERR_FETCH_CROWDED: passing,
  /** The host's turn, or a socket of ours, did not come free in time; no request was made. */
  ERR_FETCH_HOST_BUSY: passing,
} as const satisfies Record<string, CodeMeaning>;

export type FetchCode = keyof typeof FETCH_CODES;
