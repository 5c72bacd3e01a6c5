import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { decode, type IncidentCurated } from '../index.js';
import { EXAMPLES } from '../tooling/paths.js';

it('a command of the time before subjects is read as one that names its incidents by ids alone', () => {
  const merge = JSON.parse(
    readFileSync(new URL('incident-curated/merge.json', EXAMPLES), 'utf8'),
  ) as IncidentCurated;
  const { subjects: _new, ...old } = merge;
  const bytes = Buffer.from(JSON.stringify(old));
  expect(decode('incident-curated', '1', bytes)).toEqual({ ...old, subjects: [] });
});
