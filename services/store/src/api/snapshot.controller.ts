import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Queryable } from '@tocsin/persistence';
import type { FastifyReply } from 'fastify';
import { readFreshness, type Freshness } from '../live/freshness.js';
import { LiveStreams } from '../live/live-streams.js';
import { snapshotStream } from '../live/snapshot.js';
import { DATABASE } from './database.token.js';

/** What a subscriber begins with, and how it knows that silence is only that. */
@ApiTags('incidents')
@Controller('v1')
export class SnapshotController {
  constructor(
    @Inject(DATABASE) private readonly db: Queryable,
    @Inject(LiveStreams) private readonly streams: LiveStreams,
  ) {}

  @Get('snapshot')
  @ApiOperation({
    summary:
      'All active incidents as JSON lines: `snapshot` with the event id to go on from, `incident` each, `end` with their number.',
  })
  @ApiOkResponse({ content: { 'application/x-ndjson': { schema: { type: 'string' } } } })
  async snapshot(@Res() reply: FastifyReply): Promise<void> {
    const stream = this.streams.begin();
    reply.raw.on('close', () => stream.abort());
    await reply
      .type('application/x-ndjson; charset=utf-8')
      .send(snapshotStream(this.db, Date.now(), stream.signal));
  }

  @Get('freshness')
  @ApiOperation({ summary: 'Whether the line is at work: when it last brought anything at all.' })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Freshness' } })
  freshness(): Promise<Freshness> {
    return readFreshness(this.db, Date.now());
  }
}
