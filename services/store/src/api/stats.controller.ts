import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Queryable } from '@tocsin/persistence';
import {
  countIncidents,
  GROUP_NAMES,
  parseCountsQuery,
  type Counts,
} from '../queries/incident-counts.js';
import { readStats, type Stats } from '../queries/stats.js';
import { DATABASE } from './database.token.js';
import { IncidentFilters } from './incident-parameters.decorator.js';

@ApiTags('stats')
@Controller('v1/stats')
export class StatsController {
  constructor(@Inject(DATABASE) private readonly db: Queryable) {}

  @Get()
  @ApiOperation({ summary: 'Counts by state, and how long each hop takes in ms.' })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Stats' } })
  stats(): Promise<Stats> {
    return readStats(this.db);
  }

  @Get('incidents')
  @ApiOperation({
    summary: 'Active incidents of a span of days, counted by type, country, day and others.',
  })
  @ApiQuery({ name: 'by', required: false, schema: { enum: [...GROUP_NAMES], default: 'type' } })
  @IncidentFilters()
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Counts' } })
  counts(@Query() query: Record<string, unknown>): Promise<Counts> {
    return countIncidents(this.db, parseCountsQuery(query, Date.now()));
  }
}
