export * from './model/vocabulary.js';
export * from './model/article.js';
export * from './model/mention.js';
export * from './model/incident.js';
export * from './model/records.js';
