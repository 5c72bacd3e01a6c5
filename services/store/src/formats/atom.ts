import type { Incident } from '@tocsin/contracts';
import { generateAtomFeed } from 'feedsmith';
import { firstDay, type Format } from './format.js';

/** Atom (RFC 4287): the address of the list with its filters is the saved query. */
export const atom: Format = {
  extension: 'atom',
  mediaType: 'application/atom+xml; charset=utf-8',
  write: ({ items, self, next, title }) =>
    generateAtomFeed({
      id: self,
      title: { value: xmlText(title) },
      updated: new Date(Math.max(0, ...items.map(({ lastSeenAt }) => Date.parse(lastSeenAt) || 0))),
      generator: { text: 'Tocsin' },
      links: [
        { href: self, rel: 'self', type: 'application/atom+xml' },
        ...(next === null ? [] : [{ href: next, rel: 'next' }]),
      ],
      entries: items.map((incident) => entryOf(incident, self)),
    }),
};

function entryOf(incident: Incident, self: string) {
  const { what, where, casualties, incidentId } = incident;
  const killed = casualties.killed?.best ?? null;
  const facts = [
    firstDay(incident),
    [where.place, where.countryIso3].filter(Boolean).join(', '),
    killed === null ? '' : `${killed} killed`,
    `${incident.independentSourceCount} sources`,
  ];
  const term = what.acledSubEventType ?? what.acledEventType ?? what.hazardType;
  const subject = [term ?? what.family, where.place].filter(Boolean).join(', ');
  return {
    id: `urn:tocsin:incident:${incidentId}`,
    title: { value: xmlText(subject) },
    updated: new Date(Date.parse(incident.lastSeenAt) || 0),
    published: new Date(Date.parse(incident.firstSeenAt) || 0),
    summary: { value: xmlText(`${incident.summary} (${facts.filter(Boolean).join('; ')})`) },
    links: [{ href: new URL(`/v1/incidents/${encodeURIComponent(incidentId)}`, self).href }],
    authors: [{ name: 'Tocsin' }],
    ...(term ? { categories: [{ term: xmlText(term) }] } : {}),
  };
}

/** Text without what XML 1.0 can't hold: controls, lone surrogates, noncharacters. */
const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
