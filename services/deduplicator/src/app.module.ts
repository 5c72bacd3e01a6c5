import { Module, type DynamicModule } from '@nestjs/common';
import {
  API_ACCESS,
  HealthModule,
  type ApiAccess,
  type HealthModuleOptions,
} from '@tocsin/telemetry';
import { Curations } from './api/curations.js';
import { CurationsController } from './api/curations.controller.js';
import { Erasures } from './api/erasures.js';
import { ErasuresController } from './api/erasures.controller.js';
import {
  createDeduplicateArticlesHandler,
  type DeduplicatorSettings,
} from './handlers/deduplicate-articles.handler.js';
import { DEDUPLICATE_ARTICLES, IncidentController } from './incident.controller.js';

export interface AppOptions {
  readonly deduplicator: DeduplicatorSettings;
  readonly curations: Curations;
  readonly erasures: Erasures;
  /** Who may curate. */
  readonly access: ApiAccess;
  readonly health: HealthModuleOptions;
}

/** The deduplicator's handlers, the analysts' API, health and metrics. */
@Module({})
export class AppModule {
  static forRoot({ deduplicator, curations, erasures, access, health }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [HealthModule.forRoot(health)],
      controllers: [IncidentController, CurationsController, ErasuresController],
      providers: [
        { provide: Curations, useValue: curations },
        { provide: Erasures, useValue: erasures },
        { provide: API_ACCESS, useValue: access },
        {
          provide: DEDUPLICATE_ARTICLES,
          useValue: createDeduplicateArticlesHandler(deduplicator),
        },
      ],
    };
  }
}
