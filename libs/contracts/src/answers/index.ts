export * from './articles.js';
export * from './curation.js';
export * from './line.js';
export * from './operating.js';
