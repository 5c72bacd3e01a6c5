import { Body, Controller, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import type { Queryable } from '@tocsin/persistence';
import { ApiKeyGuard, checked } from '@tocsin/telemetry';
import Type from 'typebox';
import { eraseArticles } from '../frontier/erase-articles.js';
import type { BlobKeeper } from '../publish/blob-store.port.js';
import { KEPT } from './tokens.js';

/** Body of `POST /v1/erasures`. */
const ErasureRequest = Type.Object(
  {
    articleIds: Type.Array(Type.String({ pattern: '^[A-Za-z0-9._:-]{1,128}$' }), {
      maxItems: 100,
      uniqueItems: true,
    }),
  },
  { additionalProperties: false },
);

/** What holds text of articles here. */
export interface Kept {
  readonly db: Queryable;
  readonly blobs: BlobKeeper;
}

/** The store's part of an erasure calls this one: who asked for it and why is kept there. */
@Controller('v1/erasures')
export class ErasuresController {
  constructor(@Inject(KEPT) private readonly kept: Kept) {}

  @Post()
  @HttpCode(200)
  @UseGuards(ApiKeyGuard)
  async erase(@Body() body: unknown): Promise<{ articles: number }> {
    const { articleIds } = checked(ErasureRequest, body);
    await eraseArticles(this.kept.db, this.kept.blobs, articleIds);
    return { articles: articleIds.length };
  }
}
