import { CreateFrontier1767225700000 } from './create-frontier.migration.js';
import { GrowFrontier1767225800000 } from './grow-frontier.migration.js';

/** In the order in which they run. */
export const fetcherMigrations = [CreateFrontier1767225700000, GrowFrontier1767225800000];
