import type { GroupTopic } from './readings.js';
import { OperatingError } from './operating-error.js';

/** `topic/group/partition/offset` of the place where the dead letter lies. */
const ID = /^([a-z0-9-]{1,100})\/([a-z0-9-]{1,100})\/(\d{1,9})\/(\d{1,18})$/;

/** Where a dead letter lies. */
export interface LetterPosition {
  readonly place: GroupTopic;
  readonly partition: number;
  readonly offset: bigint;
}

/** @throws OperatingError ERR_OPERATING_ID */
export function positionOf(places: readonly GroupTopic[], id: string): LetterPosition {
  const [, topic, group, partition, offset] = ID.exec(id) ?? [];
  const place = places.find((each) => each.topic === topic && each.group === group);
  if (!place || offset === undefined)
    throw new OperatingError(
      'ERR_OPERATING_ID',
      `${id} is no dead letter's id: it is topic/group/partition/offset.`,
    );
  return { place, partition: Number(partition), offset: BigInt(offset) };
}

export const idOf = ({ topic, group }: GroupTopic, partition: number, offset: bigint): string =>
  `${topic}/${group}/${partition}/${offset}`;
