export * from './message.js';
export * from './outcome.js';
export * from './handler.js';
export * from './errors.js';
