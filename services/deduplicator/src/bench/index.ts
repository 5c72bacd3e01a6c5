// What a bench may fill and weigh without a running deduplicator: its tables.
export { openCopyBench, type CopyBench } from './copy-bench.js';
