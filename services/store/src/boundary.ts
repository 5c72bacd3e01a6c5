// What reads requests of strangers, for `npm run hostile`.
export { parseIncidentQuery } from './queries/incident-query.js';
