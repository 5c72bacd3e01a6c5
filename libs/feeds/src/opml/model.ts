/** One subscription. */
export interface OpmlFeed {
  /** Absolute, http or https; as the file wrote it, not normalised. */
  readonly url: string;
  readonly title: string | null;
  readonly siteUrl: string | null;
  /** Folders as paths (`World/Europe`) and categories, each once. */
  readonly tags: readonly string[];
}

/** A subscription that was left out. */
export interface OpmlRefusal {
  /** As the file wrote it, at most 2,000 characters. */
  readonly url: string;
  readonly code: 'ERR_OPML_NOT_WEB';
  readonly reason: string;
}

/** A subscription list. */
export interface OpmlDocument {
  readonly title: string | null;
  /** In the file's order; the same address named twice is one feed with both its tags. */
  readonly feeds: readonly OpmlFeed[];
  readonly refused: readonly OpmlRefusal[];
  /** Whether the cap cut the rest off. */
  readonly truncated: boolean;
}

/** What a list may cost. */
export interface OpmlLimits {
  /** Outlines of any kind, folders included. */
  readonly maxOutlines: number;
  /** Open elements at once. */
  readonly maxDepth: number;
}

export const DEFAULT_OPML_LIMITS: OpmlLimits = { maxOutlines: 200_000, maxDepth: 256 };

/** The bytes are no subscription list that we can read; `code` says in which way. */
export class OpmlError extends Error {
  readonly code: 'ERR_OPML_UNRECOGNISED' | 'ERR_OPML_TOO_DEEP';
  constructor(code: OpmlError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OpmlError';
    this.code = code;
  }
}
