import { currentVersion, decode, encode, isTopicName, type TopicName } from '@tocsin/contracts';
import type { Codec } from '@tocsin/messaging';

/** The contracts as the messaging layer's codec. A topic without a contract is a fault of ours. */
export const contractCodec: Codec = {
  encode: (topic, value) => encode(known(topic), value as never),
  decode: (topic, schemaVersion, bytes) => decode(known(topic), schemaVersion, bytes),
  schemaVersion: (topic) => String(currentVersion(known(topic))),
};

function known(topic: string): TopicName {
  if (!isTopicName(topic)) throw new Error(`${topic} has no contract.`);
  return topic;
}
