import type { Boundary } from '../boundary.js';
import { documentBoundaries } from './documents.js';
import { MESSAGES } from './messages.js';
import { REQUESTS } from './requests.js';
import { SOURCES } from './sources.js';

/** Every boundary at which Tocsin reads what strangers wrote, in the order in which data flows. */
export const allBoundaries = (): readonly Boundary[] => [
  ...SOURCES,
  ...documentBoundaries(),
  MESSAGES,
  ...REQUESTS,
];
