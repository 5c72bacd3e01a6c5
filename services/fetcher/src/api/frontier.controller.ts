import { Controller, Get, Inject } from '@nestjs/common';
import type { Fetcher } from '../fetcher.js';
import type { FrontierCounts } from '../frontier/page-table.js';
import { FETCHER } from './tokens.js';

/** How far the fetcher is: a run is drained when nothing is pending and no feed is unpolled. */
@Controller('v1/frontier')
export class FrontierController {
  constructor(@Inject(FETCHER) private readonly fetcher: Fetcher) {}

  @Get()
  async counts(): Promise<FrontierCounts> {
    return this.fetcher.pages.counts();
  }
}
