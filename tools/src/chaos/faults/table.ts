import { brokerFaults } from './broker-faults.js';
import type { Fault } from './fault.js';
import { letterFaults } from './letter-faults.js';
import { loadFaults } from './load-faults.js';
import { postgresFaults } from './postgres-faults.js';
import { processFaults } from './process-faults.js';
import { proxyFaults } from './proxy-faults.js';
import { restoreFault } from './restore-fault.js';
import { upgradeFaults } from './upgrade-faults.js';

/** Every fault test, in the order in which they are made. */
export const FAULTS: readonly Fault[] = [
  ...processFaults,
  ...proxyFaults,
  ...brokerFaults,
  ...postgresFaults,
  ...letterFaults,
  ...upgradeFaults,
  ...loadFaults,
  restoreFault,
];
