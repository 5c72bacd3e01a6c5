import { describe, expect, it } from '@jest/globals';
import { incidentOf } from '@tocsin/contracts/testing';
import { facetsOf } from './facets-of.js';

describe('the facets of an incident', () => {
  it('are what it can be filtered by', () => {
    const { where, what } = incidentOf();
    const facets = facetsOf(
      incidentOf({
        where: { ...where, admin1: 'Almatý' },
        what: { ...what, hazardType: 'Natural/Hydrological/flood' },
      }),
    );
    expect(facets).toEqual(
      expect.arrayContaining([
        't:Riots',
        's:Violent demonstration',
        'p:PROTEST',
        'h:Natural',
        'h:Natural/Hydrological',
        'h:Natural/Hydrological/flood',
        'f:political',
        'e:candidate',
        'c:KAZ',
        'a:almaty',
        'k1',
        'k2',
        'n1',
        'd:2022-01-03',
        'd:2022-01-06',
        'm:2022-01',
        'g0:16:8',
      ]),
    );
    expect(facets).not.toContain('k3');
  });

  it('leave out what is not known', () => {
    const { where, when, what, casualties } = incidentOf();
    const facets = facetsOf(
      incidentOf({
        what: { ...what, acledEventType: null, acledSubEventType: null, ploverType: null },
        where: { ...where, countryIso3: null, latitude: null, longitude: null },
        when: { ...when, start: null, end: null },
        casualties: { ...casualties, killed: null },
      }),
    );
    expect(facets).toEqual(['f:political', 'e:candidate', 'n1']);
  });

  it('take an end alone, and days in the wrong order, as they can', () => {
    const { when } = incidentOf();
    expect(
      facetsOf(incidentOf({ when: { ...when, start: null, end: '2022-01-06T10:00' } })),
    ).toContain('d:2022-01-06');
    expect(
      facetsOf(incidentOf({ when: { ...when, start: '2022-01-07', end: '2022-01-06' } })),
    ).toEqual(expect.arrayContaining(['d:2022-01-06', 'd:2022-01-07']));
  });

  it('say when it is no longer active', () => {
    expect(facetsOf(incidentOf({ lifecycle: 'retracted' }))).toContain('y:retracted');
    expect(facetsOf(incidentOf()).join()).not.toContain('y:');
  });

  it('name the articles that tell of it', () => {
    const source = {
      articleId: 'a7',
      url: '',
      title: '',
      siteName: null,
      publishedAt: null,
      syndicationId: 'a7',
      mentionIds: [],
    };
    expect(facetsOf(incidentOf({ sources: [source] }))).toContain('r:a7');
  });
});
