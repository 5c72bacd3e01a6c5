import type { LogRange } from '../broker.port.js';
import type { OutgoingRecord, RawMessage } from '../message.js';

const bytes = (value: string | Buffer) => (typeof value === 'string' ? Buffer.from(value) : value);

/** One partition: records at consecutive offsets, copied so that no one shares a buffer with it. */
export class MemoryLog {
  private readonly topic: string;
  private readonly partition: number;
  private readonly records: RawMessage[] = [];
  private low = 0n;

  constructor(topic: string, partition: number) {
    this.topic = topic;
    this.partition = partition;
  }

  append(record: OutgoingRecord, timestamp: number): void {
    const headers = Object.entries(record.headers).map(([name, value]) => [
      name,
      typeof value === 'string' || Buffer.isBuffer(value)
        ? Buffer.from(bytes(value))
        : value.map((each) => Buffer.from(each)),
    ]);
    this.records.push({
      topic: this.topic,
      partition: this.partition,
      offset: BigInt(this.records.length),
      key: record.key === null ? null : Buffer.from(bytes(record.key)),
      value: record.value === null ? null : Buffer.from(record.value),
      headers: Object.fromEntries(headers) as RawMessage['headers'],
      timestamp,
    });
  }

  /** Retention: records below `offset` are gone. */
  truncate(offset: bigint): void {
    this.low = offset;
  }

  range(): LogRange {
    return { low: this.low, high: BigInt(this.records.length) };
  }

  read(from: bigint, limit: number): readonly RawMessage[] {
    const start = Number(from < this.low ? this.low : from);
    return this.records.slice(start, start + limit);
  }
}
