import type { Broker, PartitionControl, SubscriptionRequest } from '@tocsin/messaging';

/** A broker on which the logical topics have names of their own, so that specs can share a real one. */
export function renamedBroker(inner: Broker, physical: (topic: string) => string): Broker {
  const logical = new Map<string, string>();
  const named = (topic: string) => {
    logical.set(physical(topic), topic);
    return physical(topic);
  };
  const toLogical = (topic: string) => logical.get(topic) ?? topic;
  return {
    publish: (records) =>
      inner.publish(records.map((record) => ({ ...record, topic: named(record.topic) }))),
    committed: (group, topic) => inner.committed(group, named(topic)),
    ranges: (topic) => inner.ranges(named(topic)),
    subscribe: ({ group, topics, onAssigned, onBatch }: SubscriptionRequest) =>
      inner.subscribe({
        group,
        topics: topics.map(named),
        onAssigned: (assigned) =>
          onAssigned({
            ...controlOf(assigned, toLogical(assigned.topic)),
            committed: assigned.committed,
            commit: (next, metadata) => assigned.commit(next, metadata),
          }),
        onBatch: (batch) =>
          onBatch({
            ...controlOf(batch, toLogical(batch.topic)),
            records: batch.records.map((each) => ({ ...each, topic: toLogical(each.topic) })),
            highWatermark: batch.highWatermark,
            heartbeat: () => batch.heartbeat(),
            commit: (next, metadata) => batch.commit(next, metadata),
          }),
      }),
    close: () => inner.close(),
  };
}

const controlOf = (control: PartitionControl, topic: string): PartitionControl => ({
  topic,
  partition: control.partition,
  signal: control.signal,
  seek: (offset) => control.seek(offset),
  pause: () => control.pause(),
  resume: () => control.resume(),
});
