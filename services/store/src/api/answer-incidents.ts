import type { Incident } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Format } from '../formats/index.js';
import { project } from '../queries/fields.js';
import { criteriaOf } from '../queries/incident-parameters.js';
import { parseIncidentQuery, type IncidentQuery } from '../queries/incident-query.js';
import { searchRaw, type RawPage } from '../queries/incident-search.js';

/** What a list of incidents is answered from. */
export interface ListRequest {
  readonly db: Queryable;
  readonly query: Readonly<Record<string, unknown>>;
  /** Undefined: JSON. */
  readonly format: Format | undefined;
  /** What a feed of it is called; undefined: by what it holds. */
  readonly title?: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** A page of incidents in the format that was asked for; the next page is a `Link`, whatever the format. */
export async function answerIncidents(list: ListRequest): Promise<string> {
  const { db, format, reply } = list;
  const query = parseIncidentQuery(list.query);
  const page = await searchRaw(db, {
    ...query,
    criteria: [...query.criteria, ...criteriaOf(format?.filters ?? {})],
  });
  const { self, next } = addressesOf(list, page);
  reply.header('vary', 'accept');
  if (next !== null) reply.header('link', `<${next}>; rel="next"`);
  if (format === undefined) {
    reply.type('application/json; charset=utf-8');
    return jsonOf(page, query);
  }
  reply.type(format.mediaType);
  const items = page.json.map((text) => JSON.parse(text) as Incident);
  return format.write({ items, self, next, title: list.title ?? 'Incidents' });
}

function jsonOf({ json, nextCursor }: RawPage, { fields }: IncidentQuery): string {
  const items = fields
    ? json.map((text) => JSON.stringify(project(JSON.parse(text) as Incident, fields)))
    : json;
  return `{"items":[${items.join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`;
}

function addressesOf(
  { request }: ListRequest,
  { nextCursor }: RawPage,
): { self: string; next: string | null } {
  const self = new URL(request.url, `${request.protocol}://${request.host}`);
  const next = new URL(self);
  if (nextCursor !== null) next.searchParams.set('cursor', nextCursor);
  return { self: self.href, next: nextCursor === null ? null : next.href };
}
