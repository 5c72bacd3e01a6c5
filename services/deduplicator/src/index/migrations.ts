import { AddDelegates1767225700004 } from './add-delegates.migration.js';
import { AddErasures1767225700005 } from './add-erasures.migration.js';
import { AddKeywords1767225700001 } from './add-keywords.migration.js';
import { CreateCuration1767225700002 } from './create-curation.migration.js';
import { CreateIndex1767225700000 } from './create-index.migration.js';
import { PackLinks1767225700007 } from './pack-links.migration.js';
import { PackSnapshots1767225700009 } from './pack-snapshots.migration.js';
import { PartitionCopies1767225700003 } from './partition-copies.migration.js';
import { SeparateBands1767225700010 } from './separate-bands.migration.js';
import { SlimLinks1767225700006 } from './slim-links.migration.js';
import { TabulateReasons1767225700008 } from './tabulate-reasons.migration.js';

/** In the order in which they apply. */
export const indexMigrations = [
  CreateIndex1767225700000,
  AddKeywords1767225700001,
  CreateCuration1767225700002,
  PartitionCopies1767225700003,
  AddDelegates1767225700004,
  AddErasures1767225700005,
  SlimLinks1767225700006,
  PackLinks1767225700007,
  TabulateReasons1767225700008,
  PackSnapshots1767225700009,
  SeparateBands1767225700010,
];
