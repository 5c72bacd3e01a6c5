import { type Verdict, verdict } from './verdict.js';

/** A place in a log: `topic/partition/offset`. */
export type LogPlace = string;

/** A dead letter with the place that its headers name. */
export interface FoundDeadLetter {
  readonly topic: string;
  readonly origin: LogPlace;
  /** Hex; null for a tombstone. */
  readonly value: string | null;
}

export interface DeadLettersEvidence {
  readonly letters: readonly FoundDeadLetter[];
  /** The value at each origin that is still retained, in hex; absent when it is not. */
  readonly origins: ReadonlyMap<LogPlace, string | null>;
  /** Records that were published to break, by their places. */
  readonly planted: readonly LogPlace[];
}

/** I6: a dead letter's bytes are those of the record that it names; what can't be handled has one, and nothing else. */
export function checkDeadLetters({ letters, origins, planted }: DeadLettersEvidence): Verdict {
  const violations: string[] = [];
  for (const { topic, origin, value } of letters) {
    if (!planted.includes(origin)) violations.push(`${topic} has a letter of the sound ${origin}`);
    if (origins.has(origin) && origins.get(origin) !== value)
      violations.push(`${topic} has other bytes than ${origin}`);
  }
  const written = new Set(letters.map(({ origin }) => origin));
  for (const place of planted)
    if (!written.has(place)) violations.push(`${place} is broken and has no dead letter`);
  if (planted.length === 0) violations.push('nothing was published to break');
  return verdict('I6', 'A dead letter is byte-equal to the record that it names.', violations);
}
