import { persistenceMigrations } from '@tocsin/persistence';
import { AddApiKeys1767225703000 } from './add-api-keys.js';
import { AddOperations1767225711000 } from './add-operations.js';
import { AddPageType1767225701000 } from './add-page-type.js';
import { AddQueriesAndWebhooks1767225704000 } from './add-queries-and-webhooks.js';
import { AddRecentIndexes1767225712000 } from './add-recent-indexes.js';
import { AddRights1767225713000 } from './add-rights.js';
import { AddTallies1767225715000 } from './add-tallies.js';
import { CoverFilters1767225717000 } from './cover-filters.js';
import { CoverOrders1767225714000 } from './cover-orders.js';
import { CreateStoreTables1767225700000 } from './create-store-tables.js';
import { FindBySpans1767225719000 } from './find-by-spans.js';
import { GatherWords1767225718000 } from './gather-words.js';
import { GrowReadModel1767225702000 } from './grow-read-model.js';
import { NoteErasedRevisions1767225716000 } from './note-erased-revisions.js';

/** All of the store's migrations, in their order. */
export const migrations = [
  ...persistenceMigrations,
  CreateStoreTables1767225700000,
  AddPageType1767225701000,
  GrowReadModel1767225702000,
  AddApiKeys1767225703000,
  AddQueriesAndWebhooks1767225704000,
  AddOperations1767225711000,
  AddRecentIndexes1767225712000,
  AddRights1767225713000,
  CoverOrders1767225714000,
  AddTallies1767225715000,
  NoteErasedRevisions1767225716000,
  CoverFilters1767225717000,
  GatherWords1767225718000,
  FindBySpans1767225719000,
];
