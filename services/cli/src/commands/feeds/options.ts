import { InvalidArgumentError, Option, type Command } from 'commander';
import { durationMs } from '../../feeds/duration.js';
import { FEED_LANES, type FeedChange, type FeedSettings } from '../../feeds/model.js';

/** Options by which a feed is described, as the parser gives them. */
export interface DescribingFlags {
  readonly title?: string;
  readonly priority?: number;
  readonly tag?: readonly string[];
  readonly lane?: FeedSettings['lane'];
  readonly minInterval?: number;
  readonly maxInterval?: number;
  readonly hostDelay?: number;
  readonly recheck?: boolean;
}

/** Adds those options to a command. */
export const describing = (command: Command): Command =>
  prioritised(command)
    .option('--title <title>', 'the name by which people know it')
    .addOption(
      new Option('--lane <lane>', 'the lane of its pages; auto: old items are backfill').choices(
        FEED_LANES,
      ),
    )
    .option('--min-interval <time>', 'poll at most so often: 90s, 10m, 6h, 7d', toDuration)
    .option('--max-interval <time>', 'poll at least so often', toDuration)
    .option('--host-delay <time>', 'time between requests to its host', toDuration)
    .option('--recheck', 'fetch its articles again for a while after they appeared')
    .option('--no-recheck', 'fetch each article once');

/** Those of them that also apply to many feeds at once. */
export const prioritised = (command: Command): Command =>
  command
    .option('--priority <number>', 'of what is due, the higher goes first: -10 to 10', toPriority)
    .option('--tag <tag>', 'a tag; may be given several times', collected);

/** What the options say, without what they leave open. */
export function changeOf(flags: DescribingFlags): FeedChange {
  const { title, priority, tag, lane, minInterval, maxInterval, hostDelay, recheck } = flags;
  const settings: FeedSettings = {
    ...(minInterval === undefined ? {} : { minIntervalMs: minInterval }),
    ...(maxInterval === undefined ? {} : { maxIntervalMs: maxInterval }),
    ...(hostDelay === undefined ? {} : { hostDelayMs: hostDelay }),
    ...(lane === undefined ? {} : { lane }),
    ...(recheck === undefined ? {} : { recheck }),
  };
  return {
    ...(title === undefined ? {} : { title }),
    ...(priority === undefined ? {} : { priority }),
    ...(tag === undefined ? {} : { tags: tag }),
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
  };
}

export function toCount(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('It must be 1 to 9999999.');
  return Number(text);
}

function toPriority(text: string): number {
  if (!/^(-?\d|-?10)$/.test(text)) throw new InvalidArgumentError('It must be -10 to 10.');
  return Number(text);
}

function toDuration(text: string): number {
  const ms = durationMs(text);
  if (ms === null) throw new InvalidArgumentError('It must be like 90s, 10m, 6h or 7d.');
  return ms;
}

const collected = (text: string, earlier: readonly string[] = []): string[] => [...earlier, text];
