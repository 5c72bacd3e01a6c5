import { type DynamicModule, Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { HealthRegistry } from './health-registry.js';
import { MetricsController, RENDER_METRICS } from './metrics.controller.js';

export interface HealthModuleOptions {
  readonly registry: HealthRegistry;
  /** `telemetry.renderMetrics` */
  readonly renderMetrics: () => Promise<string>;
}

/** `/health/live`, `/health/ready` and `/metrics`, the same in every service. */
@Module({})
export class HealthModule {
  static forRoot({ registry, renderMetrics }: HealthModuleOptions): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: HealthRegistry, useValue: registry },
        { provide: RENDER_METRICS, useValue: renderMetrics },
      ],
      exports: [HealthRegistry],
    };
  }
}
