export { openTestDatabase, type OpenDatabase, type TestDatabase } from './test-database.js';
