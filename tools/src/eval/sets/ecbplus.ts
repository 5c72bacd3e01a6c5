import { clusterCases } from '../cluster-cases.js';
import type { SetAdapter } from '../set-adapter.js';

/** Documents → the events that they tell of. */
export const ecbplus: SetAdapter = {
  set: 'ecbplus',
  scorers: [{ scorer: 'cluster', args: ['--set', 'ecbplus'] }],
  predict: clusterCases,
};
