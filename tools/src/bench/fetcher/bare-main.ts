import { once } from 'node:events';
import { runBarePool, type BarePlan } from './bare-pool.js';

// One process of the bare pool: begins when it is told to and ends with its parent.
process.once('disconnect', () => process.exit());
process.send?.('ready');
await once(process, 'message');
await runBarePool(JSON.parse(process.argv[2] ?? '') as BarePlan);
process.send?.('done');
