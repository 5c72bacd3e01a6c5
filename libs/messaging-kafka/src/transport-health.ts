import type { Halt, SubscriptionHealth } from '@tocsin/messaging';

export interface TransportHealth {
  /** All subscriptions run and have heard from the broker; how long ago is `lastPoll`. */
  readonly ready: boolean;
  /** `topic/partition` of everything this member holds. */
  readonly assigned: readonly string[];
  /** Records behind, by `topic/partition`. */
  readonly lag: Readonly<Record<string, number>>;
  /** Partitions that stand still until an operator acts, and why. */
  readonly fuse: Readonly<Record<string, Halt>>;
  /** Milliseconds since the epoch of the oldest last answer; null before the first of each. */
  readonly lastPoll: number | null;
}

/** Sums up what a service's group memberships and subscriptions say of themselves. */
export function transportHealth(
  isStarted: boolean,
  members: readonly SubscriptionHealth[],
  halted: readonly Readonly<Record<string, Halt>>[],
): TransportHealth {
  const polls = members.flatMap(({ lastPoll }) => (lastPoll === null ? [] : [lastPoll]));
  const lastPoll = polls.length === members.length && isStarted ? Math.min(...polls) : null;
  return {
    ready: lastPoll !== null,
    assigned: members.flatMap(({ assigned }) =>
      assigned.map(({ topic, partition }) => `${topic}/${partition}`),
    ),
    lag: Object.assign({}, ...members.map(({ lag }) => lag)) as Record<string, number>,
    fuse: Object.assign({}, ...halted) as Record<string, Halt>,
    lastPoll,
  };
}
