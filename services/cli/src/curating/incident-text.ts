import type { CommandView, CuratedIncident, CurationChange } from '@tocsin/contracts';
import { inert, table } from '../io/print.js';

/** An incident for a person: what it is, who told of it, and who corrected it. */
export function incidentText({ incident, forwardedFrom, mentions, curations }: CuratedIncident) {
  const { where, when, casualties, retraction, conflicts } = incident;
  const killed = casualties.killed?.best ?? null;
  const facts = [
    ['id', incident.incidentId + (forwardedFrom === null ? '' : ` (${forwardedFrom} forwards)`)],
    ['state', `${incident.lifecycle}, revision ${incident.revision}, ${incident.evidence}`],
    ...(retraction === null ? [] : [['retracted', `${retraction.at}: ${retraction.reason}`]]),
    ['what', incident.summary],
    ['where', [where.place, where.countryIso3].filter((part) => part !== null).join(', ') || '-'],
    ['when', daysOf(when.start, when.end)],
    ['killed', killed === null ? '-' : String(killed)],
    [
      'told by',
      `${incident.articleCount} articles, ${incident.independentSourceCount} of their own`,
    ],
    ...(conflicts.length === 0
      ? []
      : [['conflicts', [...new Set(conflicts.map(({ field }) => field))].join(', ')]]),
  ];
  const told = mentions.map(({ mentionId, publishedAt, title, url }) => [
    mentionId,
    publishedAt?.slice(0, 10) ?? '-',
    title,
    url,
  ]);
  const parts = [
    table(facts),
    `Mentions:\n${table(told)}`,
    ...(curations.length === 0 ? [] : [`Curated:\n${curations.map(commandLine).join('\n')}`]),
  ];
  return parts.join('\n\n');
}

/** Who did what, when and why. */
export const commandLine = ({ at, action, by, reason }: CommandView): string =>
  inert(`${at}  ${action} by ${by}: ${reason}`);

/** What a command does, one line for each incident. */
export const changesText = (changes: readonly CurationChange[]): string =>
  table(
    changes.map((change) => [
      change.incidentId,
      stateOf(change),
      `${change.articleCount} articles`,
      daysOf(change.start, change.end),
      change.place ?? '-',
      change.summary,
    ]),
  );

function stateOf({ lifecycle, mergedInto, change, unlinked, linked }: CurationChange): string {
  if (lifecycle === 'merged') return `is merged into ${mergedInto}`;
  if (lifecycle === 'retracted') return 'is retracted';
  if (change === 'split' || change === 'created') return 'is founded';
  return `stays, gains ${linked} mentions, loses ${unlinked}`;
}

function daysOf(start: string | null, end: string | null): string {
  const [from, to] = [start?.slice(0, 10) ?? '?', end?.slice(0, 10) ?? '?'];
  return from === to ? from : `${from} to ${to}`;
}
