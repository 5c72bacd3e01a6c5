import type { Codec, Message, MessagingLog } from '@tocsin/messaging';
import { Consumption, ok, systemEnvironment } from '@tocsin/messaging';

import { KafkaBroker } from '../kafka-broker.js';
import type { Contestant } from './contestant.js';
import { touch } from './contestant.js';

const silent: MessagingLog = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** The same decoding as the others': validation is the contracts' cost, not the transport's. */
const codec: Codec = {
  encode: (_, value) => Buffer.from(JSON.stringify(value)),
  decode: (_topic, _version, bytes) => JSON.parse(bytes.toString('utf8')) as unknown,
  schemaVersion: () => '1',
};

/** Our adapter with the whole chain. */
export const ourChain: Contestant = {
  name: 'tocsin chain',
  async start({ brokers, topic, group, onHandled }) {
    const broker = new KafkaBroker({ brokers, clientId: 'bench' }, silent);
    const seen = { fields: 0 };
    const consumption = new Consumption<object>(
      {
        topic,
        group,
        handler: async (messages: readonly Message<object>[]) => {
          for (const { payload } of messages) touch(payload, seen);
          onHandled(messages.length);
          const done = ok();
          return messages.map(() => done);
        },
        // The retry topics of a bench don't exist; nothing fails in it.
        options: { retry: { attempts: 1, backoffMs: 1, maxBackoffMs: 1, delays: [] } },
      },
      broker,
      codec,
      systemEnvironment(silent),
    );
    await broker.subscribe(consumption.request);
    return () => broker.close();
  },
};
