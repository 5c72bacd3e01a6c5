import { Controller, Get, Inject } from '@nestjs/common';
import type { FrontierCounts } from '../frontier/frontier-counts.js';
import { FRONTIER } from './tokens.js';

/** Who counts the frontier's URLs. */
export interface CountsFrontier {
  counts(): Promise<FrontierCounts>;
}

/** How far the fetcher is: a run is drained when nothing is pending and no feed is unpolled. */
@Controller('v1/frontier')
export class FrontierController {
  constructor(@Inject(FRONTIER) private readonly frontier: CountsFrontier) {}

  @Get()
  async counts(): Promise<FrontierCounts> {
    return this.frontier.counts();
  }
}
