import { Controller, Inject } from '@nestjs/common';
import type { IncidentCurated, IncidentExtracted } from '@tocsin/contracts';
import type { BatchHandler, Message, Outcome } from '@tocsin/messaging';
import { Consumes } from '@tocsin/messaging-kafka';
import type { TransactionContext } from '@tocsin/persistence';
import { curateIncidents } from './handlers/curate-incidents.handler.js';

/** Injection token of the handler of `incident-extracted`. */
export const DEDUPLICATE_ARTICLES = Symbol('deduplicate-articles');

/** Nest's side of the handlers. */
@Controller()
export class IncidentController {
  constructor(
    @Inject(DEDUPLICATE_ARTICLES)
    private readonly deduplicate: BatchHandler<IncidentExtracted, TransactionContext>,
  ) {}

  @Consumes('incident-extracted')
  onExtracted(
    messages: readonly Message<IncidentExtracted>[],
    context: TransactionContext,
  ): Promise<readonly Outcome[]> {
    return this.deduplicate(messages, context);
  }

  @Consumes('incident-curated')
  onCurated(
    messages: readonly Message<IncidentCurated>[],
    context: TransactionContext,
  ): Promise<readonly Outcome[]> {
    return curateIncidents(messages, context);
  }
}
