import { Controller, Get, Header, Inject } from '@nestjs/common';

/** Injection token of the function that renders the metrics. */
export const RENDER_METRICS = Symbol('RENDER_METRICS');

/** What Prometheus scrapes. */
@Controller('metrics')
export class MetricsController {
  readonly #render: () => Promise<string>;

  constructor(@Inject(RENDER_METRICS) render: () => Promise<string>) {
    this.#render = render;
  }

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(): Promise<string> {
    return this.#render();
  }
}
