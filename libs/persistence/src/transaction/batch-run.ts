import {
  DependencyDownError,
  PermanentError,
  deadLetter,
  retry,
  type Message,
  type Outcome,
} from '@tocsin/messaging';

/** What the handler said of each message of a try, and which of them must not be applied. */
export class SomeFailed extends Error {
  constructor(readonly failures: ReadonlyMap<bigint, Outcome>) {
    super(`${failures.size} records must not be applied.`);
  }
}

/** Applies messages in one transaction, noting `failed` as unsettled. Throws SomeFailed to roll back. */
export type Apply<T> = (
  good: readonly Message<T>[],
  failed: readonly bigint[],
) => Promise<readonly Outcome[]>;

/**
 * Applies a batch without its failing records: what the handler names is left out and the rest is tried
 * again; where it throws, the batch is halved until the bad record is alone. One outcome per message.
 * @throws DependencyDownError, and anything once `signal` is aborted
 */
export async function runBatch<T>(
  batch: readonly Message<T>[],
  apply: Apply<T>,
  signal: AbortSignal,
): Promise<readonly Outcome[]> {
  const failures = new Map<bigint, Outcome>();
  for (;;) {
    const good = batch.filter(({ offset }) => !failures.has(offset));
    try {
      const applied = await apply(good, [...failures.keys()]);
      let next = 0;
      return batch.map(({ offset }) => failures.get(offset) ?? (applied[next++] as Outcome));
    } catch (error) {
      if (error instanceof DependencyDownError || signal.aborted) throw error;
      if (error instanceof SomeFailed) {
        for (const [offset, outcome] of error.failures) failures.set(offset, outcome);
      } else if (batch.length === 1) {
        failures.set((batch[0] as Message<T>).offset, lone(error));
      } else {
        const half = batch.length >> 1;
        const first = await runBatch(batch.slice(0, half), apply, signal);
        return [...first, ...(await runBatch(batch.slice(half), apply, signal))];
      }
    }
  }
}

const lone = (error: unknown): Outcome =>
  error instanceof PermanentError
    ? deadLetter(error.deadLetterClass, error)
    : retry(error instanceof Error ? error : new Error(String(error)));
