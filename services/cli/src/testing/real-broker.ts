import { withPrefix } from '@tocsin/contracts';
import { provisionTopics } from '@tocsin/messaging-kafka';

export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Creates every topic of a deployment, with one partition each: specs share the broker's cores. */
export async function provision(brokers: readonly string[], prefix: string): Promise<void> {
  const specs = withPrefix(prefix)
    .provisioning()
    .map(({ name, config }) => ({ topic: name, partitions: 1, replicationFactor: 1, config }));
  await provisionTopics({ brokers, clientId: 'cli-spec' }, specs, silent);
}
