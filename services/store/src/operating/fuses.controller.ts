import type { FuseView, Operation } from '@tocsin/contracts';
import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { listFuses, OperatingError, releaseFuse } from '@tocsin/messaging-kafka';
import { badQuery } from '../api/problem.js';
import { Caller } from './caller.decorator.js';
import { objectOf, parseReason } from './dead-letter-query.js';
import { asProblem, LINE, lineNeeded, type Line } from './line.js';
import { Operations } from './operations.js';
import { Turns } from './turns.js';

/** Partitions that stand still after too many dead letters; every call needs the scope `operate`. */
@ApiTags('fuses')
@Controller('v1/fuses')
export class FusesController {
  private readonly turns = new Turns(4);

  constructor(
    @Inject(LINE) private readonly line: Line | null,
    @Inject(Operations) private readonly operations: Operations,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Every partition that stands still after too many dead letters.' })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Fuses' } })
  async list(): Promise<{ items: FuseView[] }> {
    const { broker, readings } = lineNeeded(this.line);
    const fuses = await this.turns.take(() => listFuses(broker, readings));
    return { items: fuses.map((fuse) => ({ ...fuse, offset: Number(fuse.offset) })) };
  }

  @Post('release')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Lets a partition go on, once its cause is mended; its holder does so within seconds.',
  })
  @ApiBody({ schema: { $ref: '#/components/schemas/FuseRelease' } })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Operation' } })
  async release(@Body() body: unknown, @Caller() by: string): Promise<Operation> {
    const { broker, readings } = lineNeeded(this.line);
    const { reason, ...place } = parseRelease(body);
    const operation = await this.operations.begin({
      kind: 'fuse-release',
      by,
      reason,
      request: place,
    });
    try {
      const { offset } = await this.turns.take(() => releaseFuse(broker, readings, place));
      return await this.operations.end(operation.id, { offset: Number(offset) }, null);
    } catch (error) {
      const text = error instanceof OperatingError ? error.message : 'It could not be written.';
      await this.operations.end(operation.id, {}, text);
      throw asProblem(error);
    }
  }
}

/** @throws ProblemError 400 */
function parseRelease(body: unknown) {
  const { group, physicalTopic, partition, reason, ...rest } = objectOf(body);
  const isPlace =
    typeof group === 'string' &&
    typeof physicalTopic === 'string' &&
    Number.isSafeInteger(partition);
  if (!isPlace || Object.keys(rest).length > 0)
    throw badQuery('A release names group, physicalTopic, partition and reason.');
  return { group, physicalTopic, partition: partition as number, reason: parseReason(reason) };
}
