import { Module, type DynamicModule } from '@nestjs/common';
import {
  API_ACCESS,
  type ApiAccess,
  HealthModule,
  type HealthModuleOptions,
} from '@tocsin/telemetry';
import { DocumentsController } from './api/documents.controller.js';
import type { FeedManagement } from './api/feed-management.js';
import { FeedsController } from './api/feeds.controller.js';
import { FrontierController } from './api/frontier.controller.js';
import { ErasuresController, type Kept } from './api/erasures.controller.js';
import { FEEDS, FRONTIER, KEPT, PROBE, PUSH_DOCUMENT } from './api/tokens.js';
import type { Fetcher } from './fetcher.js';
import type { PushDocument } from './publish/push-document.js';

/** What the API serves. */
export interface AppOptions {
  readonly fetcher: Fetcher;
  readonly feeds: FeedManagement;
  readonly documents: PushDocument;
  readonly kept: Kept;
  readonly access: ApiAccess;
  readonly health: HealthModuleOptions;
}

/** The fetcher's HTTP side: feeds, pushed documents, frontier counts, health and metrics. */
@Module({})
export class AppModule {
  static forRoot(options: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [HealthModule.forRoot(options.health)],
      controllers: [FeedsController, DocumentsController, FrontierController, ErasuresController],
      providers: [
        { provide: FEEDS, useValue: options.feeds },
        { provide: PROBE, useValue: options.fetcher },
        { provide: FRONTIER, useValue: options.fetcher },
        { provide: PUSH_DOCUMENT, useValue: options.documents },
        { provide: KEPT, useValue: options.kept },
        { provide: API_ACCESS, useValue: options.access },
      ],
    };
  }
}
