import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { openapiText } from './openapi-text.js';

const committed = new URL('../../../../docs/openapi.json', import.meta.url);

describe('docs/openapi.json', () => {
  it('is what the code says; else run write-openapi', async () => {
    expect(await openapiText()).toBe(await readFile(committed, 'utf8'));
  });

  it('names every schema that it refers to', async () => {
    const text = await openapiText();
    const { components } = JSON.parse(text) as { components: { schemas: object } };
    for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g)) {
      expect(components.schemas).toHaveProperty(name as string);
    }
  });
});
