import type { Incident } from '@tocsin/contracts';

type Figure = Incident['casualties']['killed'];

/** An incident for the terminal: what, where, when, how many, who says so; then its summary. */
export function incidentLines(incident: Incident, now: Date): string {
  const { what, casualties } = incident;
  const facts = [
    [what.family, what.acledSubEventType].filter(Boolean).join(': '),
    placeOf(incident),
    datesOf(incident),
    figure('killed', casualties.killed),
    figure('injured', casualties.injured),
    sourcesOf(incident),
  ];
  const time = now.toISOString().slice(11, 19);
  return `${time}  ${facts.filter(Boolean).join(' · ')}\n          ${oneLine(incident.summary)}\n`;
}

function placeOf({ where }: Incident): string {
  return [where.place ?? where.admin1, where.countryIso3].filter(Boolean).join(', ');
}

function datesOf({ when }: Incident): string {
  if (when.start === when.end) return when.end ?? '';
  if (when.start === null) return `by ${when.end}`;
  return when.end === null ? `from ${when.start}` : `${when.start}..${when.end}`;
}

/** A range as a range: the line must not be surer than the incident is. */
function figure(name: string, value: Figure): string {
  if (!value) return '';
  const { low, best, high } = value;
  if (low === null) return `${name} ${best ?? high ?? value.words ?? '?'}`;
  if (high === null) return `${name} ${low}+`;
  return `${name} ${low === high ? low : `${low}–${high}`}`;
}

function sourcesOf({ articleCount, independentSourceCount }: Incident): string {
  const sources = independentSourceCount === 1 ? '1 source' : `${independentSourceCount} sources`;
  return articleCount === independentSourceCount ? sources : `${sources}, ${articleCount} articles`;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
