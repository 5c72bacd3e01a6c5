import type { Command } from 'commander';
import { groupState, readingsOf, type GroupState } from '@tocsin/messaging-kafka';
import { withBroker } from '../broker/with-broker.js';
import type { Context } from '../context.js';
import { ExitCode } from '../exit-code.js';
import { printJson, printLine, table } from '../io/print.js';
import type { Done } from '../program.js';
import { callService } from '../remote/call-service.js';
import { countFeeds, type FeedCounts } from '../remote/feed-counts.js';
import { readinessOf, type ServiceState } from '../remote/readiness.js';
import { fetcherOf, servicesOf, storeOf } from '../remote/services.js';

const HELP = `
With --json one object {services[], groups[], feeds, frontier, stats}; a part that can't be asked is
{error{code, message}}. Exit code 3 when any part is not ready or can't be asked. Example:
  npx tocsin status`;

/** A part's answer, or why there is none: the other parts are shown all the same. */
type Part<T> = T | { readonly error: { readonly code: string; readonly message: string } };

interface Status {
  readonly services: readonly ServiceState[];
  readonly groups: Part<readonly GroupState[]>;
  readonly feeds: Part<FeedCounts>;
  readonly frontier: Part<object>;
  readonly stats: Part<object>;
}

/** `tocsin status`: whether all is well, and how far everything is. */
export function statusCommand(program: Command, context: Context, done: Done): void {
  program
    .command('status')
    .description('show readiness, lag, dead letters, feeds and counts')
    .option('--json', 'one JSON object on stdout')
    .addHelpText('after', HELP)
    .action(async ({ json }: { json?: true }) => {
      const status = await readStatus(context);
      if (json) await printJson(context.stdout, status);
      else await printLine(context.stdout, textOf(status));
      const { services, ...parts } = status;
      const isWell =
        services.every(({ status: each }) => each === 'ready') &&
        Object.values(parts).every((part) => !('error' in part));
      done(isWell ? ExitCode.done : ExitCode.negative);
    });
}

async function readStatus(context: Context): Promise<Status> {
  const config = context.config();
  const [services, groups, feeds, frontier, stats] = await Promise.all([
    Promise.all(servicesOf(config).map(readinessOf)),
    part(
      withBroker(context, async (broker) => {
        const states: GroupState[] = [];
        for (const place of readingsOf(context.naming))
          states.push(await groupState(broker, place));
        return states;
      }),
    ),
    part(countFeeds(config)),
    part(callService<object>(fetcherOf(config), 'v1/frontier')),
    part(callService<object>(storeOf(config), 'v1/stats')),
  ]);
  return { services, groups, feeds, frontier, stats };
}

async function part<T>(asked: Promise<T>): Promise<Part<T>> {
  try {
    return await asked;
  } catch (error) {
    const { code = 'ERR_CLI_INTERNAL', message } = error as Error & { code?: string };
    return { error: { code, message } };
  }
}

function textOf({ services, groups, feeds, frontier, stats }: Status): string {
  const states = services.map(({ name, url, status, reason }) => [name, status, reason ?? url]);
  const lags =
    'error' in groups
      ? groups.error.message
      : table([
          ['group', 'topic', 'lag', 'retrying', 'dead letters'],
          ...groups.map((each) => [
            each.group,
            each.topic,
            String(each.lag),
            String(each.retrying),
            String(each.deadLetters),
          ]),
        ]);
  const named = [
    ['feeds', factsOf(feeds)],
    ['frontier', factsOf(frontier)],
    ['store', factsOf(stats)],
  ];
  return [table(states), lags, table(named)].join('\n\n');
}

const factsOf = (facts: Part<object>): string =>
  'error' in facts
    ? facts.error.message
    : Object.entries(facts)
        .map(
          ([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`,
        )
        .join(', ');
