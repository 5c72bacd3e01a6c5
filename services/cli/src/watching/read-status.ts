import { readingsOf } from '@tocsin/messaging-kafka';
import { withBroker } from '../broker/with-broker.js';
import type { Context } from '../context.js';
import { ask, callService, type ServicePlace } from '../remote/call-service.js';
import { countFeeds, type FeedCounts } from '../remote/feed-counts.js';
import { readinessOf, type ServiceState } from '../remote/readiness.js';
import { fetcherOf, servicesOf, storeOf } from '../remote/services.js';
import { measuresOf, type Measures } from './measures.js';
import { readReadings } from './read-readings.js';
import type { ReadingState } from './reading-state.js';
import { troublesOf, type Trouble } from './troubles.js';

/** A part's answer, or why there is none: the other parts are shown all the same. */
export type Part<T> = T | { readonly error: { readonly code: string; readonly message: string } };

/** How the whole line is. */
export interface Status {
  /** What is behind and why; empty where all is well. */
  readonly troubles: readonly Trouble[];
  readonly services: readonly ServiceState[];
  readonly groups: Part<readonly ReadingState[]>;
  /** By service; one that does not answer has none. */
  readonly measures: Readonly<Record<string, Measures>>;
  readonly feeds: Part<FeedCounts>;
  readonly frontier: Part<object>;
  readonly stats: Part<object>;
}

/** Asks every service and the broker, side by side. Never throws for what is away. */
export async function readStatus(context: Context): Promise<Status> {
  const config = context.config();
  const places = servicesOf(config);
  const measuring = Promise.all(places.map(measured));
  const [services, entries, groups, feeds, frontier, stats] = await Promise.all([
    Promise.all(places.map(readinessOf)),
    measuring,
    part(
      withBroker(context, async (broker) => {
        const measures = Object.fromEntries((await measuring).flat());
        return readReadings(
          broker,
          readingsOf(context.naming),
          (group, topic, partition) => measures[group]?.lagSeconds[`${topic}/${partition}`],
        );
      }),
    ),
    part(countFeeds(config)),
    part(callService<object>(fetcherOf(config), 'v1/frontier')),
    part(callService<object>(storeOf(config), 'v1/stats')),
  ]);
  const measures = Object.fromEntries(entries.flat());
  const watched = {
    services,
    measures,
    ...('error' in groups ? {} : { readings: groups }),
    ...('error' in feeds ? {} : { feeds }),
  };
  return { troubles: troublesOf(watched), services, groups, measures, feeds, frontier, stats };
}

/** Of one replica: behind one address of several the others tell nothing here. */
async function measured(place: ServicePlace): Promise<[string, Measures][]> {
  try {
    const { status, text } = await ask(place, 'metrics');
    return status === 200 ? [[place.name, measuresOf(text)]] : [];
  } catch {
    // That it does not answer is told by its readiness.
    return [];
  }
}

async function part<T>(asked: Promise<T>): Promise<Part<T>> {
  try {
    return await asked;
  } catch (error) {
    const { code = 'ERR_CLI_INTERNAL', message } = error as Error & { code?: string };
    return { error: { code, message } };
  }
}

/** Whether everything answers and nothing is wrong. */
export const isWell = ({ troubles, groups, feeds, frontier, stats }: Status): boolean =>
  troubles.length === 0 && [groups, feeds, frontier, stats].every((each) => !('error' in each));
