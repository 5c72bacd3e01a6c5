import { describe, expect, it } from '@jest/globals';
import type { Incident } from '@tocsin/contracts';
import { tellingOf } from '../testing/mentions.js';
import { canonicalise } from './canonicalise.js';
import { changedFields } from './changed-fields.js';
import { incidentJson, jsonBytes, trimIncident } from './trim-incident.js';

const incidentOf = (articles: number, quote = 'two officers'): Incident => ({
  incidentId: 'i',
  revision: 1,
  lifecycle: 'active',
  supersedes: [],
  mergedInto: null,
  retraction: null,
  traceparent: null,
  ...canonicalise(
    Array.from({ length: articles }, (_, i) => {
      const telling = tellingOf(`a${i}`);
      const claims = telling.mention.claims.map((claim) => ({ ...claim, quote }));
      return { ...telling, mention: { ...telling.mention, claims } };
    }),
  ),
});
const bytes = (incident: Incident) => Buffer.byteLength(JSON.stringify(incident));

it('a snapshot has as many bytes of JSON whether they were made before or not', () => {
  const [made, other] = [incidentOf(2, 'señor'), incidentOf(3, 'señor')];
  expect(incidentJson(made).toString()).toBe(JSON.stringify(made));
  expect([made, other, other].map(jsonBytes)).toEqual([made, other, other].map(bytes));
});

describe('trimming a snapshot', () => {
  it('keeps a small one whole', () => {
    expect(trimIncident(incidentOf(3), 65_536)).toEqual(incidentOf(3));
  });

  it('keeps all evidence of many articles where there is room', () => {
    const whole = incidentOf(300);
    expect(trimIncident(whole, 900 * 1024)).toBe(whole);
  });

  it('makes an incident of 10,000 articles fit, counts and best values with it', () => {
    const whole = incidentOf(10_000);
    const trimmed = trimIncident(whole, 65_536);
    expect(bytes(trimmed)).toBeLessThanOrEqual(65_536);
    expect(trimmed).toMatchObject({ articleCount: 10_000, independentSourceCount: 10_000 });
    expect(trimmed.casualties.killed?.best).toBe(whole.casualties.killed?.best);
  });

  it('keeps the best sources and the claims that the values rest on; counts stay those of the whole', () => {
    const trimmed = trimIncident(incidentOf(2000), 65_536);
    expect(bytes(trimmed)).toBeLessThanOrEqual(65_536);
    expect(trimmed.articleCount).toBe(2000);
    expect(trimmed.sources.length).toBeGreaterThan(4);
    const indexes = trimmed.casualties.killed?.claims ?? [];
    expect(indexes.length).toBeGreaterThan(0);
    expect(indexes.every((at) => trimmed.claims[at] !== undefined)).toBe(true);
  });

  it('holds against quotes of any length', () => {
    expect(bytes(trimIncident(incidentOf(5, 'x'.repeat(100_000)), 65_536))).toBeLessThan(65_536);
  });

  it('refuses what can not be made to fit', () => {
    expect(() => trimIncident(incidentOf(1), 100)).toThrow(RangeError);
  });
});

describe('the changed fields', () => {
  it('are none at first and none when only the order of keys differs', () => {
    const incident = incidentOf(1);
    expect(changedFields(null, incident)).toEqual([]);
    const turned = Object.fromEntries(Object.entries(incident).reverse()) as Incident;
    expect(changedFields(turned, incident)).toEqual([]);
  });

  it('are named', () => {
    expect(changedFields(incidentOf(1), incidentOf(2))).toEqual([
      'evidence',
      'casualties',
      'claims',
      'sources',
    ]);
  });
});
