import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Queryable } from '@tocsin/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FORMATS } from '../formats/index.js';
import { answerIncidents } from './answer-incidents.js';
import { DATABASE } from './database.token.js';
import { EXPORTED, formatOf } from './exported.js';
import { IncidentFilters, PageParameters } from './incident-parameters.decorator.js';

/** The list of incidents in other formats, by extension; the same ones answer to `Accept` at the list itself. */
@ApiTags('incidents')
@Controller('v1')
export class ExportsController {
  constructor(@Inject(DATABASE) private readonly db: Queryable) {}

  @Get(FORMATS.map(({ extension }) => `incidents.${extension}`))
  @ApiOperation({
    summary:
      "Incidents as GeoJSON, CSV with ACLED's columns or UCDP GED names, PLOVER's JSON lines, or Atom.",
  })
  @IncidentFilters()
  @PageParameters()
  @ApiOkResponse({ content: EXPORTED })
  export(
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const format = formatOf(request);
    return answerIncidents({ db: this.db, query, format, request, reply });
  }
}
