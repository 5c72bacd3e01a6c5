import { mkdirSync, writeFileSync } from 'node:fs';
import { topics } from '../topics/index.js';
import { RELEASED } from './paths.js';
import { schemaFiles } from './schema-files.js';

mkdirSync(RELEASED, { recursive: true });
for (const [name, text] of schemaFiles(Object.values(topics))) {
  writeFileSync(new URL(name, RELEASED), text);
}
