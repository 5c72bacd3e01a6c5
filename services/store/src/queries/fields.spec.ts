import { describe, expect, it } from '@jest/globals';
import { incident } from '../testing/records.js';
import { parseFields, project } from './fields.js';

describe('sparse fields', () => {
  it('leave what was asked for, and the id', () =>
    expect(project(incident(), parseFields('summary,where.place,where.countryIso3'))).toEqual({
      incidentId: 'i1',
      summary: 'Rioters clashed with police.',
      where: { place: 'Almaty', countryIso3: 'KAZ' },
    }));

  it('take a whole part over pieces of it', () =>
    expect(project(incident(), parseFields('when.start,when'))).toEqual({
      incidentId: 'i1',
      when: incident().when,
    }));

  it.each(['colour', 'where.colour', '__proto__', 'where.', ''])('refuse %j', (fields) =>
    expect(() => parseFields(fields)).toThrow(expect.objectContaining({ status: 400 })),
  );
});
