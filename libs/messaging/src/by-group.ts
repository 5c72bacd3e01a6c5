import type { SubscriptionRequest } from './broker.port.js';

/**
 * One request for each group, which hands every topic's batches to the request they belong to: the
 * members of a group must all ask for the same topics, or the leader's assignment leaves some out.
 */
export function byGroup(requests: readonly SubscriptionRequest[]): readonly SubscriptionRequest[] {
  return [...Map.groupBy(requests, ({ group }) => group)].map(([group, members]) => {
    const owners = new Map<string, SubscriptionRequest>();
    for (const member of members) {
      for (const topic of member.topics) {
        if (owners.has(topic)) throw new Error(`${group} subscribes to ${topic} twice`);
        owners.set(topic, member);
      }
    }
    const owner = (topic: string) => owners.get(topic) as SubscriptionRequest;
    return {
      group,
      topics: [...owners.keys()],
      onAssigned: (assignment) => owner(assignment.topic).onAssigned(assignment),
      onBatch: (batch) => owner(batch.topic).onBatch(batch),
    };
  });
}
