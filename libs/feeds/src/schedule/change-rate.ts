/** One poll and how many entries it saw that no earlier one had. */
export interface PollObservation {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly fresh: number;
}

const { exp, expm1, log } = Math;

/** Entries published within a few minutes came by one act of an editor, and count as one change. */
const ONE_ACT_MS = 5 * 60_000;

/** Publication times as separate changes, oldest first; what lies in the future says nothing yet. */
export function changesIn(published: readonly number[], nowMs: number): number[] {
  const past = published.filter((at) => at <= nowMs).sort((a, b) => a - b);
  return past.filter((at, i) => i === 0 || at - (past[i - 1] ?? 0) > ONE_ACT_MS);
}

/**
 * Changes per millisecond by the publication times that a feed itself names: those after the first,
 * over the time from it until now, so that the present silence counts.
 *
 * @param changes oldest first
 * @returns null for fewer than two
 */
export function publishedRate(changes: readonly number[], nowMs: number): number | null {
  const [oldest] = changes;
  if (oldest === undefined || changes.length < 2 || nowMs <= oldest) return null;
  return (changes.length - 1) / (nowMs - oldest);
}

/**
 * Changes per millisecond by what polls saw. A poll tells only whether anything changed since the one
 * before, not how often; for irregular polls the likeliest rate r of a Poisson process solves
 * Σ t/(e^(rt)−1) over the changed intervals t = Σ t over the unchanged ones. Half an unchanged poll is
 * added, which keeps the estimate finite and takes most of its bias away (J. Cho, H. Garcia-Molina,
 * "Estimating Frequency of Change", ACM TOIT 3(3), 2003, sections 4.2 and 5). The first poll is only
 * where the first interval starts: to it everything is fresh.
 *
 * @param polls oldest first
 * @returns 0 when no change was seen, null for fewer than two polls
 */
export function polledRate(polls: readonly PollObservation[]): number | null {
  const intervals = polls.slice(1).map(({ atMs, fresh }, i) => ({
    ms: Math.max(1, atMs - (polls[i]?.atMs ?? atMs)),
    changed: fresh > 0,
  }));
  if (intervals.length === 0) return null;
  const changed = intervals.filter((each) => each.changed).map(({ ms }) => ms);
  if (changed.length === 0) return 0;
  const total = intervals.reduce((sum, { ms }) => sum + ms, 0);
  const unchanged = total - changed.reduce((sum, ms) => sum + ms, 0);
  const target = unchanged + total / intervals.length / 2;
  const expected = (rate: number) => changed.reduce((sum, ms) => sum + ms / expm1(rate * ms), 0);
  // Falls steadily from infinity to nothing: halve the span of its logarithm.
  let [low, high] = [log(1e-15), 0];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (expected(exp(middle)) > target) low = middle;
    else high = middle;
  }
  return exp((low + high) / 2);
}
