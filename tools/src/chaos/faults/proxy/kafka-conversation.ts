import type { Conversation } from './faulty-proxy.js';
import { Frames, KAFKA } from './frames.js';

/** Keys of Kafka's requests that fault tests strike (protocol guide, "Api Keys"). */
export const API = { produce: 0, offsetCommit: 8 } as const;

export interface KafkaRequest {
  readonly api: number;
  readonly correlationId: number;
  /** The name that the client gives itself: that of its service. */
  readonly client: string;
  /** Whether a topic's name, or any other text, is somewhere in it. */
  readonly names: (text: string) => boolean;
}

const AT = { api: 4, correlation: 8, clientLength: 12, client: 14 };

/** Follows requests and their answers by their correlation ids (request header v1 and on: the same first fields). */
export function kafkaConversation(): Conversation<KafkaRequest> {
  const questions = new Frames(KAFKA);
  const answers = new Frames(KAFKA);
  const silenced = new Set<number>();
  return {
    asked: (chunk) =>
      questions.push(chunk).map((bytes) => {
        const length = bytes.length < AT.client ? -1 : bytes.readInt16BE(AT.clientLength);
        if (length < 0) return { bytes };
        const client = bytes.toString('utf8', AT.client, AT.client + length);
        const correlationId = bytes.readInt32BE(AT.correlation);
        const names = (text: string) => bytes.includes(text);
        return { bytes, request: { api: bytes.readInt16BE(AT.api), correlationId, client, names } };
      }),
    silence: ({ correlationId }) => void silenced.add(correlationId),
    answered: (chunk) =>
      Buffer.concat(
        answers.push(chunk).filter((bytes) => !silenced.delete(bytes.readInt32BE(AT.api))),
      ),
  };
}
