import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Queryable } from '@tocsin/persistence';
import { readStats, type Stats } from '../queries/stats.js';
import { DATABASE } from './database.token.js';

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
}
