import { kafkaConnection } from '@tocsin/config';
import type { MessagingLog } from '@tocsin/messaging';
import { KafkaBroker } from '@tocsin/messaging-kafka';
import { CliError } from '../cli-error.js';
import type { Context } from '../context.js';

/** What the client says while it tries is of no use to who reads the one sentence at the end. */
const quiet: MessagingLog = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

const REFUSALS = new Set(['ERR_KAFKA_AUTH', 'ERR_KAFKA_TLS', 'ERR_KAFKA_DENIED']);

/**
 * Works with the broker and leaves it.
 * @throws CliError ERR_CLI_UNREACHABLE, or why the brokers refuse us: ERR_KAFKA_AUTH, ERR_KAFKA_TLS, ERR_KAFKA_DENIED
 * @throws ConfigError where the settings of the connection contradict one another
 */
export async function withBroker<R>(
  { config }: Context,
  work: (broker: KafkaBroker) => Promise<R>,
): Promise<R> {
  const connection = kafkaConnection(config());
  const broker = new KafkaBroker({ ...connection, clientId: 'tocsin-cli' }, quiet);
  try {
    return await work(broker);
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    if (code !== undefined && REFUSALS.has(code))
      throw new CliError(code, message, { cause: error });
    if (code !== 'ERR_KAFKA_ADMIN') throw error;
    throw new CliError(
      'ERR_CLI_UNREACHABLE',
      `Kafka at ${connection.brokers.join(', ')} doesn't answer (${message}); start it with npm start or set KAFKA_BROKERS.`,
      { cause: error },
    );
  } finally {
    await broker.close();
  }
}
