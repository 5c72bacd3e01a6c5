import { TocsinError } from '@tocsin/messaging';
import type { MessagingLog } from '@tocsin/messaging';
import type { Admin } from 'kafkajs';

import type { KafkaOptions } from './kafka-client.js';
import { kafkaClient } from './kafka-client.js';
import { brokerError } from './kafka-errors.js';

/**
 * Works with the brokers as an operator does, and leaves them.
 * @throws DependencyDownError, under a code of its own where the brokers refuse us
 */
export async function withAdmin<R>(
  options: KafkaOptions,
  log: MessagingLog,
  work: (admin: Admin) => Promise<R>,
): Promise<R> {
  const admin = kafkaClient(options, log).admin();
  try {
    await admin.connect();
    return await work(admin);
  } catch (error) {
    throw error instanceof TocsinError ? error : brokerError('ERR_KAFKA_ADMIN', error);
  } finally {
    await admin.disconnect();
  }
}
