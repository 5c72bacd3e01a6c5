import { clusterCases } from '../cluster-cases.js';
import type { SetAdapter } from '../set-adapter.js';

/** Articles of 94 publishers → the events that they tell of. */
export const newscluster: SetAdapter = {
  set: 'newscluster',
  scorers: [{ scorer: 'cluster', args: ['--set', 'newscluster'] }],
  predict: clusterCases,
};
