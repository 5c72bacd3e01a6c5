import { describe, expect, it } from '@jest/globals';
import { abilitiesOf } from './abilities.js';

describe("the API's description", () => {
  it('tells which paths and filters there are', () => {
    const parameters = [{ name: 'type' }, { name: 'country' }];
    const { paths, incidentParameters } = abilitiesOf({
      paths: { '/v1/incidents': { get: { parameters } }, '/v1/stats': { get: {} } },
    });
    expect([...paths]).toEqual(['/v1/incidents', '/v1/stats']);
    expect([...incidentParameters]).toEqual(['type', 'country']);
  });

  it('that is empty promises nothing', () => {
    expect(abilitiesOf({})).toEqual({ paths: new Set(), incidentParameters: new Set() });
  });
});
