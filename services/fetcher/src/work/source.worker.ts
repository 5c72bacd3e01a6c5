// Reads large sources in a thread of its own, see `source-reader.ts`.
export { sourceResult as default } from './source-task.js';
