// What a bench may drive without topics: the tables, the API and the handler that writes.
export { questionsOf, type Questions } from './questions.js';
export { openStoreBench, type StoreBench } from './store-bench.js';
