import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  Post,
  Query,
  UnprocessableEntityException,
  UseGuards,
} from '@nestjs/common';
import { normaliseUrl, urlId } from '@tocsin/feeds';
import type { Fetcher } from '../fetcher.js';
import type { FeedView } from '../frontier/feed-table.js';
import { ApiKeyGuard } from './api-key.guard.js';
import { AddFeed, checked, ListFeeds } from './requests.js';
import { FETCHER, INITIAL_INTERVAL_MS } from './tokens.js';

const DEFAULT_LIMIT = 100;

/** The feeds: added, listed, paused and resumed. */
@Controller('v1/feeds')
export class FeedsController {
  constructor(
    @Inject(FETCHER) private readonly fetcher: Fetcher,
    @Inject(INITIAL_INTERVAL_MS) private readonly initialIntervalMs: number,
  ) {}

  /** Idempotent: a feed is known by its normalised URL. */
  @Post()
  @HttpCode(200)
  @UseGuards(ApiKeyGuard)
  async add(@Body() body: unknown): Promise<FeedView> {
    const { url } = checked(AddFeed, body);
    const normalised = normaliseUrl(url);
    if (normalised === null || !/^https?:\/\/[^/]/.test(normalised))
      throw new UnprocessableEntityException({
        code: 'ERR_FEED_URL',
        message: 'The url must be absolute, http or https.',
      });
    return this.fetcher.feeds.add(urlId(normalised), url.trim(), this.initialIntervalMs);
  }

  @Get()
  async list(@Query() query: unknown): Promise<{ feeds: FeedView[] }> {
    const { limit, after = '' } = checked(ListFeeds, query);
    return { feeds: await this.fetcher.feeds.list(Number(limit ?? DEFAULT_LIMIT), after) };
  }

  @Post(':id/pause')
  @HttpCode(200)
  @UseGuards(ApiKeyGuard)
  async pause(@Param('id') id: string): Promise<FeedView> {
    return this.setState(id, 'paused');
  }

  @Post(':id/resume')
  @HttpCode(200)
  @UseGuards(ApiKeyGuard)
  async resume(@Param('id') id: string): Promise<FeedView> {
    return this.setState(id, 'active');
  }

  private async setState(id: string, state: FeedView['state']): Promise<FeedView> {
    const feed = await this.fetcher.feeds.setState(id, state);
    if (feed) return feed;
    throw new NotFoundException({ code: 'ERR_FEED_UNKNOWN', message: 'There is no such feed.' });
  }
}
