import type { ErasurePreview, Operation } from '@tocsin/contracts';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Caller } from '../operating/caller.decorator.js';
import { parseErased, parseErasure } from './erasure-request.js';
import { Erasures } from './erasures.js';

/** Takes articles and sources out for ever; every call needs the scope `operate`. */
@ApiTags('erasures')
@Controller('v1/erasures')
export class ErasuresController {
  constructor(@Inject(Erasures) private readonly erasures: Erasures) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'What an erasure would take out; takes nothing out.' })
  @ApiBody({ schema: { $ref: '#/components/schemas/Erased' } })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/ErasurePreview' } })
  preview(@Body() body: unknown): Promise<ErasurePreview> {
    return this.erasures.preview(parseErased(body));
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Erases an article, or everything of a site, with all that it said.',
    description:
      'Goes on after the answer, which is the operation to look at. Texts and pages go at once; incidents are told anew without its words, or taken back when it alone told of them; it never comes back. The topics keep what was said until their retention is over (docs/erasure.md).',
  })
  @ApiBody({ schema: { $ref: '#/components/schemas/Erasure' } })
  @ApiAcceptedResponse({ schema: { $ref: '#/components/schemas/Operation' } })
  erase(@Body() body: unknown, @Caller() by: string): Promise<Operation> {
    const { erased, reason } = parseErasure(body);
    return this.erasures.begin(erased, reason, by);
  }
}
