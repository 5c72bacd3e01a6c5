import type { FeedCounts } from '../remote/feed-counts.js';
import type { ServiceState } from '../remote/readiness.js';
import type { Measures } from './measures.js';
import type { ReadingState } from './reading-state.js';

/** Something that an operator should look at. */
export interface Trouble {
  /** The alert that it is, or becomes: `docs/runbooks` has a page of that name. */
  readonly alert: string;
  readonly what: string;
  /** What is known of the cause, or what to look at next. */
  readonly why: string;
}

/** All that was found out; a part is undefined where it could not be asked. */
export interface Watched {
  readonly services: readonly ServiceState[];
  readonly readings?: readonly ReadingState[];
  readonly feeds?: FeedCounts;
  /** By service. */
  readonly measures: Readonly<Record<string, Measures>>;
}

/** The promises of `deploy/prometheus/rules/alerts.yml`: seconds, and a share of the active feeds. */
const MAX_LAG_S = 600;
const MAX_OUTBOX_S = 120;
const MAX_FAILING = 0.2;

/** What is wrong, what stops everything first. */
export function troublesOf(watched: Watched): Trouble[] {
  return [
    ...watched.services.flatMap(ofService),
    ...(watched.readings ?? []).flatMap((reading) => ofReading(reading, watched)),
    ...Object.entries(watched.measures).flatMap(ofMeasures),
    ...ofFeeds(watched.feeds),
  ];
}

function ofService({ name, status, reason }: ServiceState): Trouble[] {
  if (status === 'ready') return [];
  const what =
    status === 'unreachable' ? `the ${name} does not answer` : `the ${name} is not ready`;
  return [{ alert: 'ServiceDown', what, why: reason ?? 'it does not say why' }];
}

function ofReading(reading: ReadingState, { services }: Watched): Trouble[] {
  const { group, topic, lag, lagSeconds, blownFuses } = reading;
  const fuses = blownFuses.map(({ topic: place, partition, inARow, deadLetters }): Trouble => ({
    alert: 'FuseBlown',
    what: `${group} has stopped ${place}/${partition}`,
    why: `${inARow} dead letters in a row, ${deadLetters} of the last 1,000 records: tocsin dlq list --group ${group}`,
  }));
  const isLate = lag > 0 && lagSeconds !== null && lagSeconds > MAX_LAG_S;
  if (!isLate || isHistory(topic)) return fuses;
  const isDown = services.some(({ name, status }) => name === group && status !== 'ready');
  const why =
    blownFuses.length > 0
      ? 'a fuse has blown'
      : isDown
        ? `the ${group} is not there`
        : behind(reading);
  return [
    ...fuses,
    { alert: 'LagGrowing', what: `${group} is ${lagSeconds} s behind on ${topic}`, why },
  ];
}

/** One partition points to a record or a member, all of them to the service or what it depends on. */
function behind({ partitions, lag, retrying }: ReadingState): string {
  const late = partitions.filter((each) => each.lag > 0);
  const [first] = late;
  const retries = retrying > 0 ? `, ${retrying} wait to be tried again` : '';
  return late.length === 1 && first
    ? `all ${lag} records wait in partition ${first.partition}, at offset ${first.at}${retries}`
    : `${lag} records wait in ${late.length} of ${partitions.length} partitions${retries}`;
}

/** What is old waits behind what is new, on purpose. */
const isHistory = (topic: string) => topic.endsWith('-backfill');

function ofMeasures([service, measures]: [string, Measures]): Trouble[] {
  const { outboxAge, violations, lostPositions } = measures;
  const troubles = lostPositions.map((place): Trouble => ({
    alert: 'PositionLost',
    what: `the ${service} can not go on with ${place}`,
    why: 'its position is outside of the log: the service was away too long, or the topic was made anew',
  }));
  if (outboxAge !== null && outboxAge > MAX_OUTBOX_S)
    troubles.push({
      alert: 'OutboxOld',
      what: `an outbox row of the ${service} has waited ${Math.round(outboxAge)} s`,
      why: 'the broker does not take it, or no relay holds its shard: see the log of the service',
    });
  for (const [check, count] of Object.entries(violations))
    if (count > 0)
      troubles.push({
        alert: 'AuditFailed',
        what: `the last audit found ${count} × ${check}`,
        why: 'an invariant is broken in what is stored',
      });
  return troubles;
}

function ofFeeds(feeds: FeedCounts | undefined): Trouble[] {
  if (!feeds || feeds.active === 0 || feeds.failing / feeds.active <= MAX_FAILING) return [];
  const what = `${feeds.failing} of ${feeds.active} active feeds fail`;
  return [
    { alert: 'FeedsFailing', what, why: 'so many at once is our side: tocsin feeds show FEED' },
  ];
}
