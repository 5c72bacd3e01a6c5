/** Header values as they lie in the record: bytes, repeated where a name is. */
export type MessageHeaders = Readonly<Record<string, Buffer | readonly Buffer[]>>;

/** One record of a partition, bytes untouched. */
export interface RawMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly key: Buffer | null;
  /** Null is a tombstone. */
  readonly value: Buffer | null;
  readonly headers: MessageHeaders;
  /** Milliseconds since the epoch, as the record carries it. */
  readonly timestamp: number;
}

/** A record with its value decoded and validated; `payload` is null for a tombstone only. */
export interface Message<T> extends RawMessage {
  readonly payload: T;
}

/** A record on its way to the broker. */
export interface OutgoingRecord {
  readonly topic: string;
  readonly key: string | Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string | Buffer | readonly Buffer[]>>;
  /** Only for dead letters and tests that need a place; otherwise the key decides. */
  readonly partition?: number;
}

/** The first value of a header as UTF-8 text. */
export function headerText(
  { headers }: Pick<OutgoingRecord, 'headers'>,
  name: string,
): string | undefined {
  const value = headers[name];
  const first = (Array.isArray(value) ? value[0] : value) as Buffer | string | undefined;
  return first?.toString();
}
