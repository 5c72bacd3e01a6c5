import { Module, type DynamicModule } from '@nestjs/common';
import { HealthModule, type HealthModuleOptions } from '@tocsin/telemetry';
import {
  createDeduplicateArticlesHandler,
  type DeduplicatorSettings,
} from './handlers/deduplicate-articles.handler.js';
import { DEDUPLICATE_ARTICLES, IncidentController } from './incident.controller.js';

export interface AppOptions {
  readonly deduplicator: DeduplicatorSettings;
  readonly health: HealthModuleOptions;
}

/** The deduplicator's handlers, health and metrics. */
@Module({})
export class AppModule {
  static forRoot({ deduplicator, health }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [HealthModule.forRoot(health)],
      controllers: [IncidentController],
      providers: [
        {
          provide: DEDUPLICATE_ARTICLES,
          useValue: createDeduplicateArticlesHandler(deduplicator),
        },
      ],
    };
  }
}
