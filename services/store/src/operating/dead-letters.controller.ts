import type { DeadLetterView, Operation, RedrivePreview } from '@tocsin/contracts';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { DEAD_LETTER_CLASSES } from '@tocsin/messaging-kafka';
import type { Queryable } from '@tocsin/persistence';
import { DATABASE } from '../api/database.token.js';
import { notFound } from '../api/problem.js';
import { Caller } from './caller.decorator.js';
import { parseLetterQuery, parseLettersMeant, parseRedrive } from './dead-letter-query.js';
import { listLetters, showLetter, type LetterItems } from './letter-reader.js';
import { asProblem, LINE, lineNeeded, type Line } from './line.js';
import { previewRedrive } from './redrive-preview.js';
import { Redrives } from './redrives.js';
import { Turns } from './turns.js';

/** What the groups gave up; every call of it needs the scope `operate`, for payloads are whole. */
@ApiTags('dead letters')
@Controller('v1/dead-letters')
export class DeadLettersController {
  /** Each reads the broker's logs as a group of its own. */
  private readonly turns = new Turns(4);

  constructor(
    @Inject(DATABASE) private readonly db: Queryable,
    @Inject(LINE) private readonly line: Line | null,
    @Inject(Redrives) private readonly redrives: Redrives,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Dead letters by topic, group, partition and offset, the oldest of each first.',
  })
  @ApiQuery({ name: 'topic', required: false, description: 'Of this topic.' })
  @ApiQuery({ name: 'group', required: false, description: 'Given up by this consumer group.' })
  @ApiQuery({ name: 'class', required: false, schema: { enum: [...DEAD_LETTER_CLASSES] } })
  @ApiQuery({ name: 'code', required: false, description: "The error's code." })
  @ApiQuery({ name: 'since', required: false, description: 'Last failed at or after this moment.' })
  @ApiQuery({ name: 'until', required: false, description: 'Last failed before this moment.' })
  @ApiQuery({
    name: 'limit',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
  })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before.' })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/DeadLetterPage' } })
  list(@Query() query: Record<string, unknown>): Promise<LetterItems> {
    const asked = parseLetterQuery(query);
    return this.reading((line) => listLetters(line, this.db, asked));
  }

  @Get(':topic/:group/:partition/:offset')
  @ApiOperation({ summary: 'One dead letter by its id, with its headers and its payload.' })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/DeadLetter' } })
  async one(
    @Param() { topic, group, partition, offset }: Readonly<Record<string, string>>,
  ): Promise<DeadLetterView> {
    const id = `${topic}/${group}/${partition}/${offset}`;
    const letter = await this.reading((line) => showLetter(line, this.db, id));
    if (!letter) throw notFound('dead letter', id);
    return letter;
  }

  @Post('redrive/preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a redrive would send, by reason; sends nothing.' })
  @ApiBody({ schema: { $ref: '#/components/schemas/LettersMeant' } })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/RedrivePreview' } })
  preview(@Body() body: unknown): Promise<RedrivePreview> {
    const meant = parseLettersMeant(body);
    return this.reading((line) => previewRedrive(line, this.db, meant));
  }

  @Post('redrive')
  @HttpCode(202)
  @ApiOperation({
    summary: "Sends dead letters back to their groups' first retry topics, at a rate.",
    description:
      'Goes on after the answer, which is the operation to look at. Letters that were sent back before are left out unless `again` is given, or they are named. One runs at a time.',
  })
  @ApiBody({ schema: { $ref: '#/components/schemas/Redrive' } })
  @ApiAcceptedResponse({ schema: { $ref: '#/components/schemas/Operation' } })
  redrive(@Body() body: unknown, @Caller() by: string): Promise<Operation> {
    return this.redrives.begin(lineNeeded(this.line), parseRedrive(body), by);
  }

  private async reading<T>(work: (line: Line) => Promise<T>): Promise<T> {
    const line = lineNeeded(this.line);
    try {
      return await this.turns.take(() => work(line));
    } catch (error) {
      throw asProblem(error);
    }
  }
}
