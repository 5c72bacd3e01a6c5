/** A way to consume a topic: decodes every value, calls back for every batch, commits behind it. */
export interface Contestant {
  readonly name: string;
  /** Starts consuming from the earliest record; resolves to what stops it. */
  start(run: ContestantRun): Promise<() => Promise<void>>;
}

export interface ContestantRun {
  readonly brokers: readonly string[];
  readonly topic: string;
  readonly group: string;
  /** Called with the number of messages just handled. */
  readonly onHandled: (count: number) => void;
}

/** The handlers' whole work: enough to keep the decoded value from being optimised away. */
export function touch(value: unknown, seen: { fields: number }): void {
  seen.fields += Object.keys(value as object).length;
}
