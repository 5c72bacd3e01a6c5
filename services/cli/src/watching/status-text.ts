import { table } from '../io/print.js';
import type { Part, Status } from './read-status.js';
import type { ReadingState } from './reading-state.js';

/** The status for people: what is wrong first, then how far everything is. */
export function statusText(status: Status): string {
  const { services, groups, measures, feeds, frontier, stats } = status;
  const named = [
    ['outbox', ages(measures, ({ outboxAge }) => outboxAge)],
    ['webhooks', ages(measures, ({ webhookAge }) => webhookAge)],
    ['feeds', factsOf(feeds)],
    ['frontier', factsOf(frontier)],
    ['store', factsOf(stats)],
  ].filter(([, facts]) => facts !== '');
  return [
    troublesText(status),
    table(services.map(({ name, status: is, reason, url }) => [name, is, reason ?? url])),
    'error' in groups ? groups.error.message : table(groupRows(groups)),
    'error' in groups ? '' : table(partitionRows(groups)),
    table(named as string[][]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function troublesText({ troubles }: Status): string {
  if (troubles.length === 0) return 'nothing is wrong';
  return troubles
    .flatMap(({ alert, what, why }) => [
      table([[`! ${what}`]]),
      table([[`  ${why}`]]),
      `  docs/runbooks/${alert}.md`,
    ])
    .join('\n');
}

const groupRows = (groups: readonly ReadingState[]): string[][] => [
  ['group', 'topic', 'lag', 'oldest', 'retrying', 'dead letters', 'blown fuses'],
  ...groups.map((each) => [
    each.group,
    each.topic,
    String(each.lag),
    seconds(each.lagSeconds),
    String(each.retrying),
    String(each.deadLetters),
    String(each.blownFuses.length),
  ]),
];

/** Only those that are behind: a line has a hundred and more. */
function partitionRows(groups: readonly ReadingState[]): string[][] {
  const rows = groups.flatMap(({ group, topic, partitions }) =>
    partitions
      .filter(({ lag }) => lag > 0)
      .map(({ partition, at, lag, lagSeconds }) => [
        ...[group, `${topic}/${partition}`, String(lag)],
        ...[seconds(lagSeconds), String(at)],
      ]),
  );
  return rows.length === 0 ? [] : [['group', 'partition', 'lag', 'oldest', 'stands at'], ...rows];
}

/** Null: nobody tells. */
const seconds = (age: number | null): string => (age === null ? '?' : `${Math.round(age)} s`);

function ages(
  measures: Status['measures'],
  ageOf: (measures: Status['measures'][string]) => number | null,
): string {
  const told = Object.entries(measures).flatMap(([service, each]) => {
    const age = ageOf(each);
    return age === null ? [] : [`${service} ${seconds(age)}`];
  });
  return told.length === 0 ? '' : `oldest that waits: ${told.join(', ')}`;
}

const factsOf = (facts: Part<object>): string =>
  'error' in facts
    ? facts.error.message
    : Object.entries(facts)
        .map(
          ([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`,
        )
        .join(', ');
