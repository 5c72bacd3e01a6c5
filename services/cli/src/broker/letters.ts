import type { DeadLetterClass } from '@tocsin/messaging';
import type { DeadLetter, DeadLetterAdmin } from '@tocsin/messaging-kafka';
import { CliError } from '../cli-error.js';
import type { GroupTopic } from './groups.js';

/** Which dead letters are meant; what is not given is not asked for. */
export interface LetterFilter {
  readonly topic?: string;
  readonly group?: string;
  readonly class?: DeadLetterClass;
  /** At most so many, the oldest of each topic first. */
  readonly limit: number;
}

/** A dead letter with the reading that gave it up. */
export interface FoundLetter {
  readonly id: string;
  readonly place: GroupTopic;
  readonly letter: DeadLetter;
}

export const DEAD_LETTER_CLASSES = [
  'TRANSIENT',
  'PERMANENT',
  'POISON',
  'SCHEMA',
  'TOO_LARGE',
  'TIMEOUT',
] as const satisfies readonly DeadLetterClass[];

/** `topic/group/partition/offset` of the place where the dead letter lies. */
const ID = /^([a-z-]+)\/([a-z-]+)\/(\d+)\/(\d+)$/;

/** The dead letters that a filter lets through. @throws DependencyDownError, CliError ERR_CLI_USAGE */
export async function findLetters(
  admin: DeadLetterAdmin,
  places: readonly GroupTopic[],
  filter: LetterFilter,
): Promise<FoundLetter[]> {
  const meant = places.filter(
    ({ topic, group }) => (filter.topic ?? topic) === topic && (filter.group ?? group) === group,
  );
  if (meant.length === 0)
    throw new CliError(
      'ERR_CLI_USAGE',
      `No group reads that: use one of ${places.map((p) => `${p.topic}/${p.group}`).join(', ')}.`,
    );
  const found: FoundLetter[] = [];
  for (const place of meant) {
    if (found.length >= filter.limit) break;
    const letters = await admin.list({ topic: place.physicalTopic, group: place.group });
    found.push(
      ...letters
        .filter((letter) => (filter.class ?? letter.class) === letter.class)
        .map((letter) => ({ id: idOf(place, letter), place, letter })),
    );
  }
  return found.slice(0, filter.limit);
}

/**
 * One dead letter by its id; undefined when it isn't there (any more).
 * @throws CliError ERR_CLI_USAGE, DependencyDownError
 */
export async function findLetter(
  admin: DeadLetterAdmin,
  places: readonly GroupTopic[],
  id: string,
): Promise<FoundLetter | undefined> {
  const [, topic, group, partition, offset] = ID.exec(id) ?? [];
  const place = places.find((each) => each.topic === topic && each.group === group);
  if (!place || offset === undefined)
    throw new CliError(
      'ERR_CLI_USAGE',
      `${id} is no dead letter's id: take topic/group/partition/offset from tocsin dlq list.`,
    );
  const where = { topic: place.physicalTopic, group: place.group };
  const letter = await admin.show(where, Number(partition), BigInt(offset));
  return letter && { id, place, letter };
}

const idOf = ({ topic, group }: GroupTopic, { partition, offset }: DeadLetter): string =>
  `${topic}/${group}/${partition}/${offset}`;
