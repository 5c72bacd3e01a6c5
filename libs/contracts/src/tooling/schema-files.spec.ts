import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { topics } from '../topics/index.js';
import { SCHEMAS } from './paths.js';
import { schemaFiles } from './schema-files.js';

const generated = schemaFiles(Object.values(topics));
const committed = readdirSync(SCHEMAS).filter((name) => name.endsWith('.schema.json'));

describe('the committed schemas', () => {
  it('are all there, and no other', () => {
    expect(committed.sort()).toEqual([...generated.keys()].sort());
  });

  it.each([...generated])('%s is what its contract generates', (name, text) => {
    expect(readFileSync(new URL(name, SCHEMAS), 'utf8')).toBe(text);
  });

  it.each([...generated])('%s is a JSON Schema that others can compile', (_, text) => {
    const schema = JSON.parse(text) as { $id: string; $schema: string };
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(() =>
      new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema),
    ).not.toThrow();
  });
});
