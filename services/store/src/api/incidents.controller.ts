import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Incident, IncidentRevised } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatByAccept } from '../formats/index.js';
import { readEvidence, type Evidence } from '../queries/evidence-reader.js';
import { readIncident, readRevisions } from '../queries/incident-reader.js';
import { ref } from '../openapi/schema-parts.js';
import { answerIncidents } from './answer-incidents.js';
import { checkedId } from './checked-id.js';
import { DATABASE } from './database.token.js';
import { IncidentFilters, PageParameters } from './incident-parameters.decorator.js';
import { badQuery, notFound } from './problem.js';

@ApiTags('incidents')
@Controller('v1/incidents')
export class IncidentsController {
  constructor(@Inject(DATABASE) private readonly db: Queryable) {}

  @Get()
  @ApiOperation({ summary: 'Search incidents, newest change first unless sorted otherwise.' })
  @IncidentFilters()
  @PageParameters()
  @ApiOkResponse({ schema: ref('IncidentPage') })
  search(
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const format = formatByAccept(request.headers.accept);
    return answerIncidents({ db: this.db, query, format, request, reply });
  }

  @Get(':id')
  @ApiOperation({ summary: 'One incident with its claims and sources; a merged id forwards.' })
  @ApiOkResponse({ schema: ref('Incident') })
  async one(@Param('id') id: string): Promise<Incident> {
    const incident = await readIncident(this.db, checkedId(id));
    if (!incident) throw notFound('incident', id);
    return incident;
  }

  @Get(':id/evidence')
  @ApiOperation({
    summary:
      'Every claim with its quote, its place in the article, who says so and what rests on it.',
  })
  @ApiOkResponse({ schema: ref('Evidence') })
  async evidence(@Param('id') id: string): Promise<Evidence> {
    const evidence = await readEvidence(this.db, checkedId(id));
    if (!evidence) throw notFound('incident', id);
    return evidence;
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
