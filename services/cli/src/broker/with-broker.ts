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

/**
 * Works with the broker and leaves it.
 * @throws CliError ERR_CLI_UNREACHABLE
 */
export async function withBroker<R>(
  { config }: Context,
  work: (broker: KafkaBroker) => Promise<R>,
): Promise<R> {
  const { brokers } = config();
  const broker = new KafkaBroker({ brokers, clientId: 'tocsin-cli' }, quiet);
  try {
    return await work(broker);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_KAFKA_ADMIN') throw error;
    const { message } = error as Error;
    throw new CliError(
      'ERR_CLI_UNREACHABLE',
      `Kafka at ${brokers.join(', ')} doesn't answer (${message}); start it with npm start or set KAFKA_BROKERS.`,
      { cause: error },
    );
  } finally {
    await broker.close();
  }
}
