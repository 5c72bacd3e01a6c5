import {
  ConfigError,
  kafkaConnection,
  kafkaSettings,
  loadConfig,
  provisioningSettings,
} from '@tocsin/config';
import { withPrefix } from '@tocsin/contracts';
import { TocsinError } from '@tocsin/messaging';
import { applyAccess } from '@tocsin/messaging-kafka';
import { createContractTopics } from './start/kafka-line.js';
import { progress } from './stack/progress.js';
import { stderrLog } from './start/stderr-log.js';

/**
 * Creates the topics of the contracts that are missing and, where access lists are kept, brings them to what the contracts
 * say. May run at any time and as often as one likes. Ends with 2 on bad settings, with 1 when the brokers refuse.
 */
try {
  const { kafka, provisioning } = loadConfig({
    kafka: kafkaSettings,
    provisioning: provisioningSettings,
  });
  const options = { ...kafkaConnection(kafka), clientId: 'tocsin-provision' };
  const topics = await createContractTopics(options, kafka.replicationFactor, stderrLog);
  for (const name of topics.created) progress(`created: topic ${name}`);
  for (const { topic, setting, expected, actual } of topics.differences) {
    progress(`differs: ${topic} has ${setting} ${actual}, the contract says ${expected}`);
  }
  if (provisioning.accessLists === 'on') {
    const { granted, withdrawn } = await applyAccess(
      options,
      {
        naming: withPrefix(''),
        principalOf: (member) => provisioning.principal.replaceAll('{service}', member),
        subscribers: provisioning.subscribers,
      },
      stderrLog,
    );
    for (const line of granted) progress(`granted: ${line}`);
    for (const line of withdrawn) progress(`withdrawn: ${line}`);
  }
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof TocsinError)) throw error;
  progress(`${error.code}: ${error.message}`);
  process.exitCode = error instanceof ConfigError ? 2 : 1;
}
