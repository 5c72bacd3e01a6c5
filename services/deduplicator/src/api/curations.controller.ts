import {
  CurationRequest,
  type CommandView,
  type CuratedIncident,
  type CurationChange,
} from '@tocsin/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiKeyGuard, checked } from '@tocsin/telemetry';
import { asAnswer } from './curation-refusals.js';
import { Curations } from './curations.js';

/** Where analysts correct what the deduplicator made of the mentions. */
@Controller('v1')
export class CurationsController {
  constructor(private readonly curations: Curations) {}

  /** By the second path through the store, whose own incidents lie at the first. */
  @Get(['incidents/:id', 'curations/incidents/:id'])
  incident(@Param('id') id: string): Promise<CuratedIncident> {
    return answered(() => this.curations.incident(id));
  }

  @Post('curations/preview')
  @HttpCode(200)
  @UseGuards(ApiKeyGuard)
  preview(@Body() body: unknown): Promise<{ changes: readonly CurationChange[] }> {
    const request = checked(CurationRequest, body);
    return answered(async () => ({ changes: await this.curations.preview(request) }));
  }

  @Post('curations')
  @HttpCode(202)
  @UseGuards(ApiKeyGuard)
  give(
    @Body() body: unknown,
  ): Promise<{ command: CommandView; changes: readonly CurationChange[] }> {
    const request = checked(CurationRequest, body);
    return answered(() => this.curations.give(request));
  }

  @Get('curations/:commandId')
  command(@Param('commandId') commandId: string): Promise<CommandView> {
    return answered(() => this.curations.command(commandId));
  }
}

async function answered<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asAnswer(error);
  }
}
