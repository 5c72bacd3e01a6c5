import {
  currentVersion,
  decode,
  encode,
  isTopicName,
  PoisonValueError,
  type TopicName,
} from '@tocsin/contracts';
import type { Codec } from './codec.port.js';

/** The contracts as the messaging layer's codec. */
export const contractCodec: Codec = {
  encode: (topic, value) => encode(known(topic), value as never),
  decode: (topic, schemaVersion, bytes) => {
    try {
      return decode(known(topic), schemaVersion, bytes);
    } catch (error) {
      // The chain tells bytes that are no JSON (POISON) from JSON that breaks its contract (SCHEMA) by this type.
      if (error instanceof PoisonValueError) throw new SyntaxError(error.message, { cause: error });
      throw error;
    }
  },
  schemaVersion: (topic) => String(currentVersion(known(topic))),
};

function known(topic: string): TopicName {
  if (isTopicName(topic)) return topic;
  throw new RangeError(`"${topic}" has no contract`);
}
