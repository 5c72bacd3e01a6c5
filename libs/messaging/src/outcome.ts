/** Why a record went to the dead letters. */
export type DeadLetterClass =
  'TRANSIENT' | 'PERMANENT' | 'POISON' | 'SCHEMA' | 'TOO_LARGE' | 'TIMEOUT';

/** What a handler wants published: a value of a contract's type, encoded by the messaging layer. */
export interface Output {
  /** Logical topic name, as its contract calls it. */
  readonly topic: string;
  readonly key: string;
  /** Null publishes a tombstone. */
  readonly value: unknown;
  /** Beside the standard headers, which the messaging layer sets. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** How one message ended. Closed: there is no fifth way, and no message without one. */
export type Outcome =
  | { readonly kind: 'ok'; readonly outputs: readonly Output[] }
  /** Refused for a reason that is no fault: counted under `code`, then forgotten. */
  | {
      readonly kind: 'drop';
      readonly code: string;
      readonly reason: string;
      readonly outputs: readonly Output[];
    }
  /** Something passing was in the way. */
  | { readonly kind: 'retry'; readonly error: Error; readonly afterMs?: number }
  /** Can never succeed as it is; `outputs` go out beside the dead letter. */
  | {
      readonly kind: 'deadLetter';
      readonly class: DeadLetterClass;
      readonly error: Error;
      readonly outputs: readonly Output[];
    };

export const ok = (...outputs: Output[]): Outcome => ({ kind: 'ok', outputs });

export const drop = (code: string, reason: string, ...outputs: Output[]): Outcome => ({
  kind: 'drop',
  code,
  reason,
  outputs,
});

export const retry = (error: Error, afterMs?: number): Outcome =>
  afterMs === undefined ? { kind: 'retry', error } : { kind: 'retry', error, afterMs };

export const deadLetter = (
  deadLetterClass: DeadLetterClass,
  error: Error,
  ...outputs: Output[]
): Outcome => ({ kind: 'deadLetter', class: deadLetterClass, error, outputs });
