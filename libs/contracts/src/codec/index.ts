import { type PayloadOf, type TopicName, topics } from '../topics/index.js';
import { decodeWith, encodeWith, newestOf } from './codec.js';

/**
 * The value as bytes, in the topic's current version.
 * @throws ContractViolationError naming path and rule; ValueTooLargeError
 */
export function encode<N extends TopicName>(topic: N, value: PayloadOf<N>): Buffer {
  return encodeWith(topics[topic], value);
}

/**
 * The value of a record, lifted to the topic's current version.
 * @param schemaVersion the `schema-version` header; absent means 1.
 * @throws PoisonValueError, UnknownVersionError, ContractViolationError
 */
export function decode<N extends TopicName>(
  topic: N,
  schemaVersion: string | undefined,
  bytes: Uint8Array,
): PayloadOf<N> {
  return decodeWith(topics[topic], schemaVersion, bytes) as PayloadOf<N>;
}

/** The version that `encode` writes: the value of the `schema-version` header. */
export const currentVersion = (topic: TopicName): number => newestOf(topics[topic]).version;
