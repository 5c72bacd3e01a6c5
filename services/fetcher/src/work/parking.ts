const DAY_MS = 86_400_000;

/** A feed's failures so far, the last one included. */
export interface FailingFeed {
  /** Stable code of the last failure. */
  readonly code: string;
  readonly reason: string;
  /** Whether we refused to ask, rather than the site to answer. */
  readonly refused: boolean;
  /** HTTP status of the answer, null when there was none. */
  readonly httpStatus: number | null;
  /** In a row. */
  readonly failures: number;
  /** Milliseconds since the first of them. */
  readonly failingForMs: number;
}

/** Polls that a refusal is looked at again: a robots.txt may be mended, an address be moved. */
const REFUSALS = 3;
/** A site may be away for a fortnight and come back: only then is it given up. */
const FAILURES = 10;
const FAILING_MS = 14 * DAY_MS;

/** Why a feed is to be polled no more until someone resumes it; null while there is hope. */
export function parkedFor(feed: FailingFeed): string | null {
  const { code, reason, refused, httpStatus, failures, failingForMs } = feed;
  // RFC 9110, 15.5.11: gone, and likely to stay so.
  if (httpStatus === 410) return 'The site says that this feed is gone for good (410).';
  if (refused && failures >= REFUSALS) return `Refused ${failures} times: ${reason} [${code}]`;
  if (failures >= FAILURES && failingForMs >= FAILING_MS)
    return `Failed ${failures} times in ${Math.floor(failingForMs / DAY_MS)} days: ${reason} [${code}]`;
  return null;
}
