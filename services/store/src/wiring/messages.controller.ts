import { Controller } from '@nestjs/common';
import type {
  ArticleDeduplicated,
  ArticleExtracted,
  ArticleSettled,
  IncidentRevised,
} from '@tocsin/contracts';
import type { Message, Outcome } from '@tocsin/messaging';
import { Consumes } from '@tocsin/messaging-kafka';
import type { TransactionContext } from '@tocsin/persistence';
import { storeArticleDeduplicated } from '../handlers/store-article-deduplicated.handler.js';
import { storeArticleExtracted } from '../handlers/store-article-extracted.handler.js';
import { storeArticleSettled } from '../handlers/store-article-settled.handler.js';
import { storeIncidentRevised } from '../handlers/store-incident-revised.handler.js';

type Batch<T> = readonly Message<T>[];
type Outcomes = Promise<readonly Outcome[]>;

/** Which handler takes which topic. */
@Controller()
export class MessagesController {
  private readonly extracted = storeArticleExtracted(Date.now);
  private readonly deduplicated = storeArticleDeduplicated(Date.now);
  private readonly revised = storeIncidentRevised(Date.now);
  private readonly settled = storeArticleSettled(Date.now);

  @Consumes('article-extracted')
  articleExtracted(batch: Batch<ArticleExtracted>, context: TransactionContext): Outcomes {
    return this.extracted(batch, context);
  }

  @Consumes('article-deduplicated')
  articleDeduplicated(batch: Batch<ArticleDeduplicated>, context: TransactionContext): Outcomes {
    return this.deduplicated(batch, context);
  }

  @Consumes('incident-revised')
  incidentRevised(batch: Batch<IncidentRevised>, context: TransactionContext): Outcomes {
    return this.revised(batch, context);
  }

  @Consumes('article-settled')
  articleSettled(batch: Batch<ArticleSettled>, context: TransactionContext): Outcomes {
    return this.settled(batch, context);
  }
}
