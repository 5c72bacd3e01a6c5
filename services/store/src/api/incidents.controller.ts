import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Incident, IncidentRevised } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import { MAX_LIMIT, SORTS, parseIncidentQuery } from '../queries/incident-query.js';
import { readIncident, readRevisions } from '../queries/incident-reader.js';
import { searchIncidents, type IncidentPage } from '../queries/incident-search.js';
import { checkedId } from './checked-id.js';
import { DATABASE } from './database.token.js';
import { badQuery, notFound } from './problem.js';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const sorts = Object.keys(SORTS).flatMap((name) => [name, `-${name}`]);

@ApiTags('incidents')
@Controller('v1/incidents')
export class IncidentsController {
  constructor(@Inject(DATABASE) private readonly db: Queryable) {}

  @Get()
  @ApiOperation({ summary: 'Search incidents, newest change first unless sorted otherwise.' })
  @ApiQuery({ name: 'type', required: false, description: 'ACLED event type.' })
  @ApiQuery({ name: 'country', required: false, description: 'ISO 3166 alpha-3.' })
  @ApiQuery({ name: 'from', required: false, description: 'First day of the span, 2022-01-06.' })
  @ApiQuery({ name: 'to', required: false, description: 'Last day of the span.' })
  @ApiQuery({ name: 'killedMin', required: false, schema: { type: 'integer', minimum: 0 } })
  @ApiQuery({ name: 'text', required: false, description: 'Words of the summary or the place.' })
  @ApiQuery({
    name: 'updatedSince',
    required: false,
    description: 'Changed at or after this moment; includes merged and retracted ones.',
  })
  @ApiQuery({
    name: 'limit',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: 50 },
  })
  @ApiQuery({ name: 'sort', required: false, schema: { enum: sorts, default: '-updatedAt' } })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before.' })
  @ApiOkResponse({ schema: ref('IncidentPage') })
  search(@Query() query: Record<string, unknown>): Promise<IncidentPage> {
    return searchIncidents(this.db, parseIncidentQuery(query));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One incident with its claims and sources; a merged id forwards.' })
  @ApiOkResponse({ schema: ref('Incident') })
  async one(@Param('id') id: string): Promise<Incident> {
    const incident = await readIncident(this.db, checkedId(id));
    if (!incident) throw notFound('incident', id);
    return incident;
  }

  @Get(':id/revisions')
  @ApiOperation({ summary: 'Every revision of exactly this id, oldest first.' })
  @ApiQuery({ name: 'after', required: false, schema: { type: 'integer', minimum: 0, default: 0 } })
  @ApiOkResponse({ schema: ref('RevisionPage') })
  async revisions(
    @Param('id') id: string,
    @Query() { after = '0', ...unknown }: Record<string, unknown>,
  ): Promise<{ items: IncidentRevised[]; nextAfter: number | null }> {
    const [name] = Object.keys(unknown);
    if (name !== undefined) throw badQuery(`${name} is not a parameter of this list.`);
    if (typeof after !== 'string' || !/^\d{1,9}$/.test(after)) {
      throw badQuery('after must be a revision number.');
    }
    const items = await readRevisions(this.db, checkedId(id), Number(after), REVISIONS_PER_PAGE);
    if (items.length === 0 && after === '0') throw notFound('incident', id);
    const last = items.length === REVISIONS_PER_PAGE ? items.at(-1) : undefined;
    return { items, nextAfter: last?.incident.revision ?? null };
  }
}

/** Revisions are large: each holds a whole snapshot. */
const REVISIONS_PER_PAGE = 100;
