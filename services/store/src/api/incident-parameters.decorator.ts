import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { INCIDENT_PARAMETERS } from '../queries/incident-parameters.js';
import { LIFECYCLES, MAX_LIMIT, SORTS } from '../queries/incident-query.js';

type Schema = NonNullable<Parameters<typeof ApiQuery>[0] extends { schema?: infer S } ? S : never>;

const parameter = (name: string, description: string, schema: Readonly<Record<string, unknown>>) =>
  ApiQuery({ name, required: false, description, schema: schema as Schema });

const orders = Object.keys(SORTS).flatMap((name) =>
  name === 'relevance' ? ['-relevance'] : [name, `-${name}`],
);

/** Describes the filters that every list and stream of incidents takes. */
export const IncidentFilters = (): MethodDecorator =>
  applyDecorators(
    ...Object.entries(INCIDENT_PARAMETERS).map(([name, { description, schema }]) =>
      parameter(name, description, schema),
    ),
  );

/** Describes what lists that go by pages take beside their filters. */
export const PageParameters = (): MethodDecorator =>
  applyDecorators(
    parameter('lifecycle', 'State of its life; `any` where it goes by changes, else `active`.', {
      enum: LIFECYCLES,
    }),
    parameter(
      'updatedSince',
      'Changed at or after this moment; includes merged and retracted ones.',
      { type: 'string', format: 'date-time' },
    ),
    parameter('limit', 'Incidents of one page.', {
      type: 'integer',
      minimum: 1,
      maximum: MAX_LIMIT,
      default: 50,
    }),
    parameter('sort', '`-updatedAt`; with `from` or `to` `-start`. `-relevance` is of `text`.', {
      enum: orders,
    }),
    parameter('fields', 'Only these fields, by commas: `summary,where.place`.', { type: 'string' }),
    parameter('cursor', '`nextCursor` of the page before.', { type: 'string' }),
  );
