import type { HopsView } from '@tocsin/contracts';

/** One hop of a version's way, in ms since its response came. */
export interface Step {
  readonly stage: 'extract' | 'deduplicate' | 'store';
  readonly startMs: number;
  readonly endMs: number;
}

/** The way of one version; hops that it has not ended are left out. */
export function stepsOf({ fetchedAt, extractedAt, deduplicatedAt, storedAt }: HopsView): Step[] {
  const since = (iso: string | null) =>
    iso === null ? null : Date.parse(iso) - Date.parse(fetchedAt);
  const [extracted, deduplicated, stored] = [
    since(extractedAt),
    since(deduplicatedAt),
    since(storedAt),
  ];
  return [
    step('extract', 0, extracted),
    step('deduplicate', extracted, deduplicated),
    // Whichever of the two came last let it be stored.
    step('store', Math.max(extracted ?? 0, deduplicated ?? 0), stored),
  ].filter((each) => each !== null);
}

/** Clocks of several machines may say that a hop ended before it began: it took no time then. */
function step(stage: Step['stage'], startMs: number | null, endMs: number | null): Step | null {
  if (startMs === null || endMs === null) return null;
  return { stage, startMs, endMs: Math.max(startMs, endMs) };
}

/** The trace id of a W3C trace context. */
export const traceIdOf = (traceparent: string | null): string | null =>
  /^[0-9a-f]{2}-([0-9a-f]{32})-/.exec(traceparent ?? '')?.[1] ?? null;
