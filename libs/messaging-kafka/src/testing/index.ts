export * from './letters.js';
