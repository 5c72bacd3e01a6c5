// What a bench may drive without a running fetcher: its tables, by the classes that the workers use.
export { openFrontierBench, type FrontierBench } from './frontier-bench.js';
