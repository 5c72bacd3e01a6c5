import { SECONDS, type Definitions } from './definition.js';

const read = ['messaging.destination.name', 'messaging.consumer.group.name'] as const;
const place = [...read, 'messaging.destination.partition.id'] as const;

/** What the messaging layer measures, of every service that reads or writes topics. */
export const messagingMetrics = {
  'messaging.client.consumed.messages': {
    kind: 'counter',
    unit: '{message}',
    attributes: ['messaging.system.name', 'messaging.operation.name', ...read],
    meaning: 'Records given to a stage, redelivered ones again.',
  },
  'messaging.process.duration': {
    kind: 'histogram',
    unit: 's',
    attributes: ['messaging.system.name', 'messaging.operation.name', ...read, 'error.type'],
    meaning:
      'How long a batch took, from decoding to the last acknowledgement or the commit of its rows.',
    buckets: SECONDS,
  },
  'messaging.client.sent.messages': {
    kind: 'counter',
    unit: '{message}',
    attributes: ['messaging.system.name', 'messaging.operation.name', 'messaging.destination.name'],
    meaning: 'Records that all in-sync replicas have acknowledged.',
  },
  'messaging.client.operation.duration': {
    kind: 'histogram',
    unit: 's',
    attributes: ['messaging.system.name', 'messaging.operation.name', 'error.type'],
    meaning: 'How long a request to write took until all in-sync replicas had it, or failed.',
    buckets: SECONDS,
  },
  'tocsin.messaging.outcomes': {
    kind: 'counter',
    unit: '{message}',
    attributes: [...read, 'tocsin.messaging.outcome', 'tocsin.messaging.code'],
    meaning: 'How records ended: exactly one outcome for each record of each delivery.',
  },
  'tocsin.messaging.dead_letters': {
    kind: 'counter',
    unit: '{message}',
    attributes: [...read, 'tocsin.messaging.dead_letter.class'],
    meaning: 'Dead letters that were written.',
  },
  'tocsin.messaging.dead_letter.write_failures': {
    kind: 'counter',
    unit: '{failure}',
    attributes: read,
    meaning: 'Tries to write dead letters that failed; the partition waits for the next one.',
  },
  'tocsin.messaging.partitions.halted': {
    kind: 'observable gauge',
    unit: '{partition}',
    attributes: [...place, 'tocsin.messaging.halt'],
    meaning:
      '1 for a partition that stands still until an operator acts: a blown fuse, or a position outside the log.',
  },
  'tocsin.messaging.lag.records': {
    kind: 'observable gauge',
    unit: '{message}',
    attributes: place,
    meaning: 'Records between the first one that is not finished and the end of the log.',
  },
  'tocsin.messaging.lag.seconds': {
    kind: 'observable gauge',
    unit: 's',
    attributes: place,
    meaning:
      'Age of the first record that is not finished, 0 when all are; not told of retry topics, which wait on purpose.',
  },
  'tocsin.messaging.position': {
    kind: 'observable gauge',
    unit: '{offset}',
    attributes: place,
    meaning: 'Offset of the first record that is not finished.',
  },
} as const satisfies Definitions;
