import type { MessagingLog } from '@tocsin/messaging';
import kafkajs from 'kafkajs';
import type { Kafka, KafkaConfig, LogEntry } from 'kafkajs';

import { mendDeadConnections } from './dead-connections.js';
import { useFastCrc32c } from './fast-crc32c.js';
import { useFastEncoder } from './fast-encoder.js';
import { useFastGzip } from './fast-gzip.js';
import { mendPendingTimer } from './pending-timer.js';

export interface KafkaOptions {
  readonly brokers: readonly string[];
  /** Shown in the broker's logs and quotas: the service's name. */
  readonly clientId: string;
  /** Absent: unencrypted. Without `ca`, the system's authorities vouch for brokers. */
  readonly tls?: { readonly ca?: string };
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
  /** Of what is published; `gzip` unless said otherwise. Bodies that are compressed only cost time twice. */
  readonly compression?: 'gzip' | 'none';
}

/** Every connection of ours begins here, so that every one has the same settings. */
export function kafkaClient(options: KafkaOptions, log: MessagingLog): Kafka {
  const { brokers, clientId, tls, sasl } = options;
  mendPendingTimer();
  mendDeadConnections();
  useFastGzip();
  useFastEncoder();
  useFastCrc32c();
  return new kafkajs.Kafka({
    brokers: [...brokers],
    clientId,
    ...(tls === undefined ? {} : { ssl: tlsOptions(tls) }),
    ...(sasl === undefined ? {} : { sasl: { ...sasl } as NonNullable<KafkaConfig['sasl']> }),
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    // About ten seconds; then the error is the caller's, who knows what waits and what doesn't.
    retry: { initialRetryTime: 100, maxRetryTime: 3_000, retries: 6 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: () => (entry) => forward(entry, log),
  });
}

/** Said outright, so that nothing in the environment of the process can turn the check off. */
const tlsOptions = ({ ca }: NonNullable<KafkaOptions['tls']>) => ({
  rejectUnauthorized: true,
  ...(ca === undefined ? {} : { ca: [ca] }),
});

/** kafkajs calls every rebalance an error: its lines are warnings of ours, under one code. */
function forward({ namespace, log: { message, ...fields } }: LogEntry, log: MessagingLog): void {
  delete (fields as { stack?: unknown }).stack;
  log.warn('KAFKAJS', `${namespace}: ${message}`, fields);
}
