import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Stats } from '@tocsin/contracts';
import type { Queryable } from '@tocsin/persistence';
import {
  countIncidents,
  GROUP_NAMES,
  parseCountsQuery,
  type Counts,
} from '../queries/incident-counts.js';
import { KeptStats } from '../queries/kept-stats.js';
import { DATABASE } from './database.token.js';
import { IncidentFilters } from './incident-parameters.decorator.js';

@ApiTags('stats')
@Controller('v1/stats')
export class StatsController {
  private readonly kept: KeptStats;

  constructor(@Inject(DATABASE) private readonly db: Queryable) {
    this.kept = new KeptStats(db, () => performance.now());
  }

  @Get()
  @ApiOperation({
    summary:
      'Counts by state, and how long each hop takes in ms; of a large store as of a little while ago.',
  })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Stats' } })
  stats(): Promise<Stats> {
    return this.kept.read();
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
