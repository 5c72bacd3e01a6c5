/** Every span and attribute name of the messaging layer: OpenTelemetry's current ones. Metrics are in the catalogue. */

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
  deadLetterClass: 'tocsin.messaging.dead_letter.class',
} as const;
