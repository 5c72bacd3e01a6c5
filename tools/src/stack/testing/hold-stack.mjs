/**
 * Starts a stack and holds it until SIGTERM: a process that a spec can kill. Runs on the built files.
 * Usage: `node hold-stack.mjs <label> [keep]`.
 */
import { freePorts } from '../../../dist/stack/ports.js';
import { readStackSettings } from '../../../dist/stack/settings.js';
import { startStack } from '../../../dist/stack/stack.js';

const [label, keep] = process.argv.slice(2);
const [kafkaPort, postgresPort] = await freePorts(2);
const stack = await startStack({
  settings: {
    ...readStackSettings(process.env),
    kafkaBrokers: undefined,
    databaseUrl: undefined,
    kafkaPort,
    postgresPort,
  },
  label,
  throwaway: keep === undefined,
  database: 'tocsin_test',
  progress: () => {},
});
process.once('SIGTERM', () => stack.stop().then(() => process.exit()));
process.stdout.write('holding\n');
setInterval(() => {}, 60_000);
