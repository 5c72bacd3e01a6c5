export { OtlpReceiver } from './otlp/otlp-receiver.js';
export { openTestDatabase, type OpenDatabase, type TestDatabase } from './test-database.js';
export * from './run-example.js';
