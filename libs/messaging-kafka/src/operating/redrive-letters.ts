import type { Publisher } from '@tocsin/messaging';
import { redriveRecord } from '@tocsin/messaging';
import type { FoundLetter } from './find-letters.js';
import { OperatingError } from './operating-error.js';

/**
 * Sends dead letters back to their groups' first retry topics. They stay where they are, too: the log of refusals is
 * not rewritten. Nothing is sent when one of them has no way back.
 *
 * @param now ms since the epoch
 * @returns how many were acknowledged
 * @throws OperatingError ERR_OPERATING_NO_RETRY
 * @throws DependencyDownError
 */
export async function redriveLetters(
  publisher: Publisher,
  found: readonly FoundLetter[],
  now: number,
): Promise<number> {
  const records = found.map(({ place, letter }) => {
    if (place.firstRetry === null)
      throw new OperatingError(
        'ERR_OPERATING_NO_RETRY',
        `${place.topic} has no retry topic for ${place.group}: mend the cause and replay the topic.`,
      );
    const { physicalTopic: topic, group, firstRetry } = place;
    return redriveRecord(letter.record, { topic, group, delay: firstRetry.name, now });
  });
  if (records.length > 0) await publisher.publish(records);
  return records.length;
}
