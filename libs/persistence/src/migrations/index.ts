import { CreatePositionAndOutbox1767225600000 } from './create-position-and-outbox.js';
import { PackOutbox1767225600001 } from './pack-outbox.js';

/** Migrations that a stateful service puts before its own. */
export const persistenceMigrations = [
  CreatePositionAndOutbox1767225600000,
  PackOutbox1767225600001,
];
