import { deliveryCases } from './delivery.js';
import type { ConformanceCase } from './harness.js';
import { membershipCases } from './membership.js';
import { offsetCases } from './offsets.js';

export type { ConformanceCase, Harness } from './harness.js';

/** Every promise of the broker port; an adapter that breaks one is no adapter. */
export const brokerConformance: readonly ConformanceCase[] = [
  ...deliveryCases,
  ...offsetCases,
  ...membershipCases,
];
