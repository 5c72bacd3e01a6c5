import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import {
  ApiBody,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Queryable } from '@tocsin/persistence';
import { DATABASE } from '../api/database.token.js';
import { badQuery, notFound } from '../api/problem.js';
import { Caller } from '../operating/caller.decorator.js';
import { objectOf, parseReason } from '../operating/dead-letter-query.js';
import { integer, matching, oneOf } from '../queries/values.js';
import { KEEPS, listRights, removeRight, setRight, type SourceRight } from './source-rights.js';

const HOST = /^(\*|[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){0,20})$/;
const MAX_DAYS = 36_500;

/** What may be kept of each source's texts. */
@ApiTags('rights')
@Controller('v1/rights')
export class RightsController {
  constructor(@Inject(DATABASE) private readonly db: Queryable) {}

  @Get()
  @ApiOperation({
    summary: 'Which sources may be kept in full, which as an excerpt, and how long.',
  })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Rights' } })
  async list(): Promise<{ items: SourceRight[] }> {
    return { items: await listRights(this.db) };
  }

  @Put(':host')
  @ApiOperation({
    summary: 'Says what may be kept of a site and all below it; `*` is every other one.',
    description: 'Holds for what comes from now on at once, for what is there within the hour.',
  })
  @ApiBody({ schema: { $ref: '#/components/schemas/NewRight' } })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Right' } })
  async set(
    @Param('host') host: string,
    @Body() body: unknown,
    @Caller() by: string,
  ): Promise<SourceRight> {
    const { keeps, textDays = null, note, ...rest } = objectOf(body);
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined) throw badQuery(`${unknown} is not a field of this call.`);
    const right: SourceRight = {
      host: checkedHost(host),
      keeps: oneOf('keeps', String(keeps), KEEPS) as SourceRight['keeps'],
      textDays: textDays === null ? null : integer('textDays', String(textDays), 0, MAX_DAYS),
      note: parseReason(note),
      by,
      at: new Date().toISOString(),
    };
    await setRight(this.db, right);
    return right;
  }

  @Delete(':host')
  @HttpCode(204)
  @ApiOperation({ summary: 'Takes a rule back; texts that were shortened stay short.' })
  @ApiNoContentResponse({ description: 'It is gone.' })
  async remove(@Param('host') host: string): Promise<void> {
    if (!(await removeRight(this.db, checkedHost(host)))) throw notFound('rule for', host);
  }
}

/** @throws ProblemError 400 */
export const checkedHost = (host: string): string =>
  matching('host', host.toLowerCase(), HOST, 'the name of a host, or *');
