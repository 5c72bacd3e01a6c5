import type { Conversation } from './faulty-proxy.js';
import { Frames, POSTGRES, POSTGRES_FIRST } from './frames.js';

/** A statement by PostgreSQL's simple protocol; those with parameters go by the other and are of no interest. */
export interface PostgresRequest {
  readonly sql: string;
}

const SIMPLE_QUERY = 'Q'.charCodeAt(0);
const HEAD_BYTES = 5;

export const isCommit = ({ sql }: PostgresRequest): boolean => /^commit\b/i.test(sql);

/** Follows a client's plain statements. Answers have no ids: they pass, unless the connection is cut before one. */
export function postgresConversation(): Conversation<PostgresRequest> {
  const questions = new Frames(POSTGRES_FIRST, POSTGRES);
  return {
    asked: (chunk) =>
      questions.push(chunk).map((bytes) => {
        if (bytes[0] !== SIMPLE_QUERY) return { bytes };
        return { bytes, request: { sql: bytes.toString('utf8', HEAD_BYTES, bytes.length - 1) } };
      }),
    silence: () => {
      throw new Error('An answer of PostgreSQL cannot be left out alone: cut before it.');
    },
    answered: (chunk) => chunk,
  };
}
