import { Controller, Get, Headers, Inject, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Queryable } from '@tocsin/persistence';
import type { FastifyReply } from 'fastify';
import { LIVE_SETTINGS, liveIncidents } from '../live/live-incidents.js';
import { parseLiveQuery } from '../live/live-query.js';
import { LiveStreams } from '../live/live-streams.js';
import { eventStream } from '../live/server-sent-events.js';
import { DATABASE } from './database.token.js';
import { IncidentFilters } from './incident-parameters.decorator.js';

@ApiTags('incidents')
@Controller('v1/incidents')
export class LiveController {
  constructor(
    @Inject(DATABASE) private readonly db: Queryable,
    @Inject(LiveStreams) private readonly streams: LiveStreams,
  ) {}

  @Get('stream')
  @ApiOperation({
    summary:
      'Incidents as they change, as server-sent events: `incident` with the newest snapshot, `left` with that of one that a change took out of the filters, `heartbeat` in silence, with when the line last brought anything.',
  })
  @IncidentFilters()
  @ApiHeader({ name: 'last-event-id', required: false, description: 'Resumes behind this event.' })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  async stream(
    @Query() query: Record<string, unknown>,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const live = parseLiveQuery(query, lastEventId);
    const stream = this.streams.begin();
    reply.raw.on('close', () => stream.abort());
    const events = liveIncidents(this.db, live, LIVE_SETTINGS, stream.signal, Date.now);
    await reply
      .type('text/event-stream; charset=utf-8')
      .header('x-accel-buffering', 'no')
      // Kept alive, the connection would keep a server that stops waiting for its next request.
      .header('connection', 'close')
      .send(eventStream(events));
  }
}
