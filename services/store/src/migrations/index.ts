import { persistenceMigrations } from '@tocsin/persistence';
import { CreateStoreTables1767225700000 } from './create-store-tables.js';

/** All of the store's migrations, in their order. */
export const migrations = [...persistenceMigrations, CreateStoreTables1767225700000];
