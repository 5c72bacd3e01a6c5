import type { PipelineState } from '@tocsin/contracts';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LINE, lineNeeded, type Line } from './line.js';
import { Pipeline } from './pipeline.js';

@ApiTags('pipeline')
@Controller('v1/pipeline')
export class PipelineController {
  constructor(
    @Inject(LINE) private readonly line: Line | null,
    @Inject(Pipeline) private readonly pipeline: Pipeline,
  ) {}

  @Get()
  @ApiOperation({
    summary: "Each stage's rate, lag in records and seconds, retries, dead letters and troubles.",
  })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Pipeline' } })
  async state(): Promise<PipelineState> {
    return this.pipeline.read(lineNeeded(this.line));
  }
}
