import { describe, expect, it } from '@jest/globals';
import { Value } from 'typebox/value';
import { CurationRequest } from './curation.js';

const request = { action: 'retract', incidentId: 'i1', reason: 'a drill', by: 'Ada' };

describe('what an analyst asks for', () => {
  it('names an incident, a reason and a person', () => {
    expect(Value.Check(CurationRequest, request)).toBe(true);
    for (const name of Object.keys(request))
      expect(Value.Check(CurationRequest, { ...request, [name]: undefined })).toBe(false);
  });

  it('has no blank reason, no id that could be an address, and nothing else', () => {
    expect(Value.Check(CurationRequest, { ...request, reason: '  ' })).toBe(false);
    expect(Value.Check(CurationRequest, { ...request, incidentId: '../i1' })).toBe(false);
    expect(Value.Check(CurationRequest, { ...request, force: true })).toBe(false);
  });
});
