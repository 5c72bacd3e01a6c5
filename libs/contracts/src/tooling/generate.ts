import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { topics } from '../topics/index.js';
import { renderAsyncApi } from './asyncapi.js';
import { ASYNCAPI, SCHEMAS } from './paths.js';
import { schemaFiles } from './schema-files.js';

const contracts = Object.values(topics);
mkdirSync(SCHEMAS, { recursive: true });
for (const name of readdirSync(SCHEMAS).filter((entry) => entry.endsWith('.schema.json'))) {
  rmSync(new URL(name, SCHEMAS));
}
for (const [name, text] of schemaFiles(contracts)) writeFileSync(new URL(name, SCHEMAS), text);

mkdirSync(new URL('.', ASYNCAPI), { recursive: true });
writeFileSync(ASYNCAPI, renderAsyncApi(contracts));
