import { OPERATION_KINDS, type Operation, type OperationKind } from '@tocsin/contracts';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { checkedId } from '../api/checked-id.js';
import { badQuery, notFound } from '../api/problem.js';
import { integer, oneOf, text } from '../queries/values.js';
import { MAX_OPERATIONS, Operations } from './operations.js';

/** Who had what done, when and why; every call needs the scope `operate`. */
@ApiTags('operations')
@Controller('v1/operations')
export class OperationsController {
  constructor(@Inject(Operations) private readonly operations: Operations) {}

  @Get()
  @ApiOperation({ summary: 'Redrives, releases and erasures, the newest first.' })
  @ApiQuery({ name: 'kind', required: false, schema: { enum: [...OPERATION_KINDS] } })
  @ApiQuery({
    name: 'limit',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: MAX_OPERATIONS, default: 50 },
  })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Operations' } })
  async list(
    @Query() { kind, limit = '50', ...rest }: Record<string, unknown>,
  ): Promise<{ items: Operation[] }> {
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined) throw badQuery(`${unknown} is not a parameter of this list.`);
    const given = kind === undefined ? null : oneOf('kind', text('kind', kind), OPERATION_KINDS);
    const most = integer('limit', text('limit', limit), 1, MAX_OPERATIONS);
    return { items: await this.operations.list(given as OperationKind | null, most) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One of them, and how far it is.' })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Operation' } })
  async one(@Param('id') id: string): Promise<Operation> {
    const operation = await this.operations.read(checkedId(id));
    if (!operation) throw notFound('operation', id);
    return operation;
  }
}
