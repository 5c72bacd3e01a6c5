import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { HealthRegistry, type Readiness } from './health-registry.js';

/** What an orchestrator asks. */
@Controller('health')
export class HealthController {
  readonly #registry: HealthRegistry;

  constructor(@Inject(HealthRegistry) registry: HealthRegistry) {
    this.#registry = registry;
  }

  /** An answer at all proves that the event loop turns; a broker or database that is away is no reason to restart. */
  @Get('live')
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  /** 200 when every dependency answers, otherwise 503 with the same body. */
  @Get('ready')
  async ready(): Promise<Readiness> {
    const readiness = await this.#registry.readiness();
    if (readiness.status !== 'ready') throw new ServiceUnavailableException(readiness);
    return readiness;
  }
}
