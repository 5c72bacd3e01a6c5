import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiKeyGuard, checked } from '@tocsin/telemetry';
import Type from 'typebox';
import { asAnswer } from './curation-refusals.js';
import { Erasures, type CleansedIncident } from './erasures.js';

/** Body of `POST /v1/erasures`. */
const ErasureRequest = Type.Object(
  {
    articleIds: Type.Array(Type.String({ pattern: '^[A-Za-z0-9._:-]{1,128}$' }), {
      maxItems: 100,
      uniqueItems: true,
    }),
    /** A host: it and all below it are refused from now on. */
    source: Type.Optional(Type.String({ pattern: '^[a-z0-9.-]{1,253}$' })),
  },
  { additionalProperties: false },
);

/** The store's part of an erasure calls this one: who asked for it and why is kept there. */
@Controller('v1/erasures')
export class ErasuresController {
  constructor(private readonly erasures: Erasures) {}

  @Post()
  @HttpCode(200)
  @UseGuards(ApiKeyGuard)
  async erase(@Body() body: unknown): Promise<{ incidents: readonly CleansedIncident[] }> {
    const { articleIds, source } = checked(ErasureRequest, body);
    try {
      return { incidents: await this.erasures.erase(articleIds, source) };
    } catch (error) {
      throw asAnswer(error);
    }
  }
}
