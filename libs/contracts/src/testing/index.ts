export { incidentOf } from './incident.js';
export { casualtiesOf, mentionOf } from './mention.js';
