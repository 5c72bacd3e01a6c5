import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  Patch,
  Post,
  Query,
  UnprocessableEntityException,
  UseGuards,
} from '@nestjs/common';
import { ApiKeyGuard, checked } from '@tocsin/telemetry';
import { OpmlError } from '@tocsin/feeds';
import type { FeedView } from '../frontier/feed-view.js';
import {
  FeedUrlError,
  type FeedDetail,
  type FeedManagement,
  type ImportResult,
} from './feed-management.js';
import {
  AddFeed,
  ChangeFeed,
  ImportFeeds,
  ListFeeds,
  ProbeFeed,
  StateChange,
} from './feed-requests.js';
import { probeFeed, type ProbeDependencies, type ProbeResult } from './probe-feed.js';
import { FEEDS, PROBE } from './tokens.js';

const DEFAULT_LIMIT = 100;

/** The feeds: added, looked at, changed, paused, stopped; in and out as OPML. */
@Controller('v1/feeds')
export class FeedsController {
  constructor(
    @Inject(FEEDS) private readonly feeds: FeedManagement,
    @Inject(PROBE) private readonly probing: ProbeDependencies,
  ) {}

  @Post()
  @HttpCode(200)
  @UseGuards(ApiKeyGuard)
  async add(@Body() body: unknown): Promise<FeedView> {
    const { url, ...properties } = checked(AddFeed, body);
    try {
      return (await this.feeds.add(url, properties)).feed;
    } catch (error) {
      throw unprocessable(error, FeedUrlError);
    }
  }

  /** Makes requests to others: guarded like what changes something. */
  @Post('probe')
  @HttpCode(200)
  @UseGuards(ApiKeyGuard)
  probe(@Body() body: unknown): Promise<ProbeResult> {
    return probeFeed(this.probing, checked(ProbeFeed, body).url);
  }

  @Post('import')
  @HttpCode(200)
  @UseGuards(ApiKeyGuard)
  async import(@Body() body: unknown): Promise<ImportResult> {
    const { opml, ...properties } = checked(ImportFeeds, body);
    try {
      return await this.feeds.importOpml(opml, properties);
    } catch (error) {
      throw unprocessable(error, OpmlError);
    }
  }

  @Get('export')
  @Header('content-type', 'text/x-opml; charset=utf-8')
  export(): Promise<string> {
    return this.feeds.exportOpml();
  }

  @Get()
  async list(@Query() query: unknown): Promise<{ feeds: FeedView[]; next: string | null }> {
    const { limit: asked, after = '', q, ...filter } = checked(ListFeeds, query);
    const limit = Number(asked ?? DEFAULT_LIMIT);
    const search = q === undefined ? {} : { search: q };
    const feeds = await this.feeds.table.list({ limit, after, ...filter, ...search });
    return { feeds, next: feeds.length < limit ? null : (feeds.at(-1)?.id ?? null) };
  }

  @Get(':id')
  async detail(@Param('id') id: string): Promise<FeedDetail> {
    return found(await this.feeds.detail(id));
  }

  @Patch(':id')
  @UseGuards(ApiKeyGuard)
  async change(@Param('id') id: string, @Body() body: unknown): Promise<FeedView> {
    return found(await this.feeds.table.change(id, checked(ChangeFeed, body)));
  }

  @Post(':id/pause')
  @HttpCode(200)
  @UseGuards(ApiKeyGuard)
  async pause(@Param('id') id: string, @Body() body: unknown): Promise<FeedView> {
    return found(await this.feeds.table.setState(id, 'paused', reasonOf(body)));
  }

  @Post(':id/resume')
  @HttpCode(200)
  @UseGuards(ApiKeyGuard)
  async resume(@Param('id') id: string, @Body() body: unknown): Promise<FeedView> {
    return found(await this.feeds.table.setState(id, 'active', reasonOf(body)));
  }

  @Post(':id/stop')
  @HttpCode(200)
  @UseGuards(ApiKeyGuard)
  async stop(@Param('id') id: string, @Body() body: unknown): Promise<FeedView> {
    return found(await this.feeds.stop(id, reasonOf(body)));
  }

  @Post(':id/poll')
  @HttpCode(200)
  @UseGuards(ApiKeyGuard)
  async poll(@Param('id') id: string): Promise<FeedView> {
    return found(await this.feeds.table.pollNow(id));
  }
}

/** An error of the given class as the answer that it deserves; all others as they are. */
function unprocessable(error: unknown, expected: typeof FeedUrlError | typeof OpmlError): unknown {
  if (!(error instanceof expected)) return error;
  return new UnprocessableEntityException({ code: error.code, message: error.message });
}

const reasonOf = (body: unknown): string | null => checked(StateChange, body).reason ?? null;

function found<T>(one: T | null): T {
  if (one !== null) return one;
  throw new NotFoundException({ code: 'ERR_FEED_UNKNOWN', message: 'There is no such feed.' });
}
