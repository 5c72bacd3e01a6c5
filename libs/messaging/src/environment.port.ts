/** Time, chance and the log are handed in, so that specs decide them. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms` milliseconds, or at once when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Uniform in [0, 1). */
export type Random = () => number;

/** One line per thing an operator must know; `code` is stable. */
export interface MessagingLog {
  info(code: string, message: string, fields: Readonly<Record<string, unknown>>): void;
  warn(code: string, message: string, fields: Readonly<Record<string, unknown>>): void;
  error(code: string, message: string, fields: Readonly<Record<string, unknown>>): void;
}

export interface Environment {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: MessagingLog;
}
