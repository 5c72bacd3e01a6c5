/** Every span, attribute and metric name of the messaging layer: OpenTelemetry's current ones. */

export const spanName = {
  process: (topic: string) => `process ${topic}`,
  poll: (topic: string) => `poll ${topic}`,
  send: (topic: string) => `send ${topic}`,
  commit: (topic: string) => `commit ${topic}`,
} as const;

export const attribute = {
  system: 'messaging.system.name',
  operationType: 'messaging.operation.type',
  operationName: 'messaging.operation.name',
  destination: 'messaging.destination.name',
  partition: 'messaging.destination.partition.id',
  group: 'messaging.consumer.group.name',
  batchCount: 'messaging.batch.message_count',
  messageId: 'messaging.message.id',
  offset: 'kafka.offset',
  key: 'kafka.message.key',
  errorType: 'error.type',
  outcome: 'tocsin.messaging.outcome',
  code: 'tocsin.messaging.code',
} as const;

export const metric = {
  /** Histogram, seconds per call of the handler's part of the chain. */
  processDuration: 'messaging.process.duration',
  /** Counter, records. */
  consumed: 'messaging.client.consumed.messages',
  /** Counter, records. */
  sent: 'messaging.client.sent.messages',
  /** Counter, records; exactly one for each record of each delivery. */
  outcomes: 'tocsin.messaging.outcomes',
  /** Counter; pages. */
  deadLetterWriteFailures: 'tocsin.messaging.dead_letter.write_failures',
  /** Up-down counter, partitions; pages. */
  fusesBlown: 'tocsin.messaging.fuses.blown',
} as const;
