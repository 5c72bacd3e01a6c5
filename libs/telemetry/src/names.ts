/** Metric names of ours; standard ones are OpenTelemetry's semantic conventions. */
export const METRICS = {
  /** Histogram, seconds: one record through its handler. */
  processDuration: 'messaging.process.duration',
  /** Counter: records by topic, group and outcome. */
  outcomes: 'tocsin.message.outcomes',
  /** Counter: records handed to the dead letters, by topic, group and class. */
  deadLetters: 'tocsin.dead_letters',
  /** Gauge, seconds: age of the oldest unprocessed record of a partition. */
  consumerLag: 'tocsin.consumer.lag',
  /** Gauge, 0 or 1: the fuse of a partition is blown. */
  fuseBlown: 'tocsin.fuse.blown',
  /** Gauge, seconds: age of the oldest outbox row not yet at the broker. */
  outboxAge: 'tocsin.outbox.age',
  /** Counter: refusals of input, by stable code. */
  refusals: 'tocsin.refusals',
} as const;
export type MetricName = (typeof METRICS)[keyof typeof METRICS];

/** Attribute names of spans and metrics, current semantic conventions first. */
export const ATTRIBUTES = {
  system: 'messaging.system.name',
  operation: 'messaging.operation.type',
  topic: 'messaging.destination.name',
  partition: 'messaging.destination.partition.id',
  group: 'messaging.consumer.group.name',
  batchSize: 'messaging.batch.message_count',
  offset: 'kafka.offset',
  key: 'kafka.message.key',
  outcome: 'tocsin.outcome',
  code: 'tocsin.code',
  deadLetterClass: 'tocsin.dead_letter.class',
} as const;
export type AttributeName = (typeof ATTRIBUTES)[keyof typeof ATTRIBUTES];

/** Histogram boundaries in seconds, from a cheap record to a page at its deadline. */
export const DURATION_BUCKETS_S = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 120] as const;
