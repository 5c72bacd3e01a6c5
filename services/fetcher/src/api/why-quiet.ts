import type { FeedView, PollView } from '../frontier/feed-view.js';

/** Since when a feed has brought nothing new, and why. */
export interface Quiet {
  /** Null when nothing ever came. */
  readonly since: Date | null;
  readonly why: string;
}

/** The one reason that explains most, in one sentence. */
export function whyQuiet(feed: FeedView, polls: readonly PollView[]): Quiet {
  return { since: feed.changedAt, why: reason(feed, polls) };
}

function reason(feed: FeedView, polls: readonly PollView[]): string {
  const said = feed.stateReason ? `: ${feed.stateReason}` : '.';
  if (feed.state !== 'active') return `It is ${feed.state}${said}`;
  if (feed.polledAt === null) return 'It has not been polled yet; its host decides when.';
  if (feed.failures > 0) {
    const times = feed.failures === 1 ? 'The last poll' : `The last ${feed.failures} polls`;
    return `${times} failed: ${feed.reason ?? ''} [${feed.code ?? ''}]`;
  }
  const last = polls.find(({ code }) => code === 'OK');
  if (last?.items === 0) return 'It is answered, but names no page.';
  if (polls[0]?.code === 'UNCHANGED')
    return 'The server says, or its bytes say, that nothing changed.';
  if (polls[0] && polls[0].fresh > 0) return 'It is not quiet: the last poll found something new.';
  return 'It is answered, and names only pages that are known.';
}
