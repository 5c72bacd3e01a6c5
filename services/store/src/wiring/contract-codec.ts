import {
  PoisonValueError,
  currentVersion,
  decode,
  encode,
  isTopicName,
  type TopicName,
} from '@tocsin/contracts';
import { PermanentError, type Codec } from '@tocsin/messaging';

function known(topic: string): TopicName {
  if (isTopicName(topic)) return topic;
  throw new PermanentError('ERR_STORE_TOPIC', `No contract describes the topic ${topic}.`);
}

/** The contracts as the messaging layer's codec. */
export const contractCodec: Codec = {
  encode: (topic, value) => encode(known(topic), value as never),
  decode(topic, schemaVersion, bytes) {
    try {
      return decode(known(topic), schemaVersion, bytes);
    } catch (error) {
      if (!(error instanceof PoisonValueError)) throw error;
      throw new PermanentError(error.code, error.message, 'POISON', { cause: error });
    }
  },
  schemaVersion: (topic) => String(currentVersion(known(topic))),
};
