import type { Provider } from '@nestjs/common';
import type { Queryable } from '@tocsin/persistence';
import { DeadLettersController } from './dead-letters.controller.js';
import { FusesController } from './fuses.controller.js';
import { LINE, type Line } from './line.js';
import { Operations } from './operations.js';
import { OperationsController } from './operations.controller.js';
import { Pipeline } from './pipeline.js';
import { PipelineController } from './pipeline.controller.js';
import { Redrives } from './redrives.js';
import { Erasures, type OtherKeepers } from '../rights/erasures.js';
import { ErasuresController } from '../rights/erasures.controller.js';
import { RightsController } from '../rights/rights.controller.js';

/** What operators need of the API. */
export interface Operating {
  readonly controllers: readonly (new (...given: never[]) => object)[];
  readonly providers: readonly Provider[];
  /** Ends what still runs. */
  stop(): Promise<void>;
}

export function operatingOn(
  db: Queryable,
  line: Line | null,
  others: OtherKeepers,
  now: () => number,
): Operating {
  const operations = new Operations(db, now);
  const redrives = new Redrives(db, operations, now);
  const erasures = new Erasures(db, operations, others, now);
  return {
    controllers: [
      DeadLettersController,
      FusesController,
      OperationsController,
      PipelineController,
      RightsController,
      ErasuresController,
    ],
    providers: [
      { provide: LINE, useValue: line },
      { provide: Operations, useValue: operations },
      { provide: Redrives, useValue: redrives },
      { provide: Erasures, useValue: erasures },
      { provide: Pipeline, useValue: new Pipeline(db, now) },
    ],
    stop: async () => {
      await Promise.all([redrives.stop(), erasures.stop()]);
    },
  };
}
