import { createTopics } from './start/kafka-line.js';
import { stderrLog } from './start/stderr-log.js';

/** Creates the topics of the contracts that are missing, on the brokers of `KAFKA_BROKERS`. */
const brokers = process.env['KAFKA_BROKERS'];
if (!brokers) {
  process.stderr.write('KAFKA_BROKERS is not set: name the brokers. [ERR_PROVISION_BROKERS]\n');
  process.exit(2);
}
await createTopics(brokers, stderrLog);
