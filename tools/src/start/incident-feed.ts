import { decode, type Incident, topics } from '@tocsin/contracts';
import { type Broker, type BrokerSubscription, headerText } from '@tocsin/messaging';

/** Stays the same from start to start, so that an incident is shown once. */
const GROUP = 'tocsin-start';

/** Calls `show` with each snapshot of the public topic, in the order of its key. */
export function subscribeToIncidents(
  broker: Broker,
  show: (incident: Incident) => void,
): Promise<BrokerSubscription> {
  return broker.subscribe({
    group: GROUP,
    topics: [topics['incident-updated'].name],
    onAssigned: async () => undefined,
    onBatch: async (batch) => {
      for (const record of batch.records) {
        // A tombstone: the incident was erased, there is nothing to show.
        if (record.value === null) continue;
        show(decode('incident-updated', headerText(record, 'schema-version'), record.value));
      }
      const last = batch.records.at(-1);
      if (last) await batch.commit(last.offset + 1n);
    },
  });
}
