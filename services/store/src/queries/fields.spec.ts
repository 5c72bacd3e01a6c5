import { describe, expect, it } from '@jest/globals';
import { incidentOf } from '@tocsin/contracts/testing';
import { parseFields, project } from './fields.js';

describe('sparse fields', () => {
  it('leave what was asked for, and the id', () =>
    expect(project(incidentOf(), parseFields('summary,where.place,where.countryIso3'))).toEqual({
      incidentId: 'i1',
      summary: 'Rioters clashed with police.',
      where: { place: 'Almaty', countryIso3: 'KAZ' },
    }));

  it('take a whole part over pieces of it', () =>
    expect(project(incidentOf(), parseFields('when.start,when'))).toEqual({
      incidentId: 'i1',
      when: incidentOf().when,
    }));

  it.each(['colour', 'where.colour', '__proto__', 'where.', ''])('refuse %j', (fields) =>
    expect(() => parseFields(fields)).toThrow(expect.objectContaining({ status: 400 })),
  );
});
