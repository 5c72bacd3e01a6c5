import type { MessagingLog } from '@tocsin/messaging';
import kafkajs from 'kafkajs';
import type { Kafka, LogEntry } from 'kafkajs';

import { mendNegativeTimeout } from './negative-timeout.js';

export interface KafkaOptions {
  readonly brokers: readonly string[];
  /** Shown in the broker's logs and quotas: the service's name. */
  readonly clientId: string;
  /** Of what is published; `gzip` unless said otherwise. Bodies that are compressed only cost time twice. */
  readonly compression?: 'gzip' | 'none';
}

/** Every connection of ours begins here, so that every one has the same settings. */
export function kafkaClient({ brokers, clientId }: KafkaOptions, log: MessagingLog): Kafka {
  mendNegativeTimeout();
  return new kafkajs.Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    // About ten seconds; then the error is the caller's, who knows what waits and what doesn't.
    retry: { initialRetryTime: 100, maxRetryTime: 3_000, retries: 6 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: () => (entry) => forward(entry, log),
  });
}

/** kafkajs calls every rebalance an error: its lines are warnings of ours, under one code. */
function forward({ namespace, log: { message, ...fields } }: LogEntry, log: MessagingLog): void {
  delete (fields as { stack?: unknown }).stack;
  log.warn('KAFKAJS', `${namespace}: ${message}`, fields);
}
