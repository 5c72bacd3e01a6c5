import { Controller, Inject } from '@nestjs/common';
import type { BatchHandler, HandlerContext, Message, Outcome } from '@tocsin/messaging';
import { Consumes } from '@tocsin/messaging-kafka';
import type { ArticleFetched } from './handling/extract-article.handler.js';

/** The handlers by their logical topic. */
export const LANES = Symbol('lanes');
export type Lanes = ReadonlyMap<string, BatchHandler<ArticleFetched>>;

type Batch = readonly Message<ArticleFetched>[];

/** Binds Nest's transport to the lanes' handlers; nothing is decided here. */
@Controller()
export class ExtractionController {
  constructor(@Inject(LANES) private readonly lanes: Lanes) {}

  @Consumes('article-fetched')
  onLive(messages: Batch, context: HandlerContext): Promise<readonly Outcome[]> {
    return this.handle('article-fetched', messages, context);
  }

  @Consumes('article-fetched-backfill')
  onBackfill(messages: Batch, context: HandlerContext): Promise<readonly Outcome[]> {
    return this.handle('article-fetched-backfill', messages, context);
  }

  private handle(
    lane: string,
    messages: Batch,
    context: HandlerContext,
  ): Promise<readonly Outcome[]> {
    const handler = this.lanes.get(lane);
    if (handler === undefined) throw new Error(`No handler for ${lane}.`);
    return handler(messages, context);
  }
}
