import { writeFile } from 'node:fs/promises';
import { openapiText } from './openapi-text.js';

/** Run after a change of the API: `node dist/openapi/write-openapi.js` in the service's folder. */
const target = new URL('../../../../docs/openapi.json', import.meta.url);
await writeFile(target, await openapiText());
