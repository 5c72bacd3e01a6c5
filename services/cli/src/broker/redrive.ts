import type { DeadLetterAdmin } from '@tocsin/messaging-kafka';
import { CliError } from '../cli-error.js';
import type { FoundLetter } from './letters.js';

/**
 * Sends dead letters back to their groups' first retry topics. Nothing is sent when one of them has
 * no way back.
 * @returns how many were acknowledged
 * @throws CliError ERR_CLI_NO_RETRY
 */
export async function redriveLetters(
  admin: DeadLetterAdmin,
  found: readonly FoundLetter[],
): Promise<number> {
  const ways = [...Map.groupBy(found, ({ place }) => place)].map(([place, letters]) => {
    if (place.firstRetry === null)
      throw new CliError(
        'ERR_CLI_NO_RETRY',
        `${place.topic} has no retry topic for ${place.group}: mend the cause and replay the topic.`,
      );
    return { place, delay: place.firstRetry, letters: letters.map(({ letter }) => letter) };
  });
  let sent = 0;
  for (const { place, delay, letters } of ways)
    sent += await admin.redrive({ topic: place.physicalTopic, group: place.group }, delay, letters);
  return sent;
}
