import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { incidentOf } from '@tocsin/contracts/testing';
import { benchIncident } from '../bench/bench-incident.js';
import { INCIDENT_PARAMETERS } from '../queries/incident-parameters.js';
import { parseIncidentQuery } from '../queries/incident-query.js';
import { revised } from '../testing/records.js';
import { openapiText } from './openapi-text.js';

const examples = new URL('../../../../libs/contracts/examples/incident-revised/', import.meta.url);

/** A validator of one of the description's own schemas. */
async function validatorOf(name: string) {
  const { components } = JSON.parse(await openapiText());
  const ajv = new Ajv2020({ strict: false, formats: { date: true, 'date-time': true } });
  return ajv.compile({ $ref: `#/components/schemas/${name}`, components });
}

describe('what the description says of answers', () => {
  it("holds for the contracts' examples as revisions, incidents and pages of them", async () => {
    const isRevision = await validatorOf('RevisionPage');
    const isPage = await validatorOf('IncidentPage');
    const files = await readdir(examples);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const record = JSON.parse(await readFile(new URL(file, examples), 'utf8'));
      expect([isRevision({ items: [record], nextAfter: null }), isRevision.errors]).toEqual([
        true,
        null,
      ]);
      expect([isPage({ items: [record.incident], nextCursor: 'x' }), isPage.errors]).toEqual([
        true,
        null,
      ]);
    }
    expect(isPage({ items: [{ ...incidentOf(), revision: 0 }], nextCursor: null })).toBe(false);
    expect(isRevision({ items: [revised()] })).toBe(false);
    expect(isPage({ items: [benchIncident(1)], nextCursor: null })).toBe(true);
  });
});

describe('what the description says of parameters', () => {
  const given = Object.entries(INCIDENT_PARAMETERS).flatMap(([name, { schema }]) =>
    ((schema['examples'] as string[] | undefined) ?? []).map((value) => [name, value] as const),
  );

  it.each(given)('takes its own example: %s=%s', (name, value) => {
    const query = name === 'near' ? { near: value, radiusKm: '5' } : { [name]: value };
    expect(() => parseIncidentQuery(query)).not.toThrow();
  });
});
