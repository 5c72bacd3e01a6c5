import { describe, expect, it } from '@jest/globals';
import { town } from '../testing/small-gazetteer.js';
import { Divisions } from './divisions.js';

const divisions = () =>
  new Divisions(
    { divisionAliases: { US: { OH: ['O.'] } }, divisionPoints: { CA: { Yukon: [63, -136] } } },
    new Map([
      ['Ohio', [40.3, -82.8]],
      ['Ohio/133', [41.2, -81.2]],
    ]),
  );
const us = { cca2: 'US', code1: 'OH', code2: '133' };
const elsewhere = { cca2: 'SY', code1: '09', code2: '1' };

describe('divisions gathered from towns', () => {
  it('have the middle of their outline and all their towns’ people', () => {
    const gathered = divisions();
    gathered.add(us, town('Kent', { admin2: 'Portage County' }));
    gathered.add(us, town('Ravenna', { admin2: 'Portage County' }));
    expect([...gathered.rows()]).toMatchObject([
      {
        kind: 'admin1',
        name: 'Ohio',
        alternates: ['OH', 'O.'],
        latitude: 40.3,
        population: 20_000,
      },
      { kind: 'admin2', name: 'Portage County', alternates: [], latitude: 41.2 },
    ]);
  });

  it('have the middle of their towns’ box where there is no outline', () => {
    const gathered = divisions();
    const own = { country: 'SYR', admin1: 'Aleppo Governorate', admin2: 'Afrin District' };
    gathered.add(elsewhere, town('A', { ...own, latitude: 36, longitude: 36 }));
    gathered.add(elsewhere, town('B', { ...own, latitude: 38, longitude: 37 }));
    expect([...gathered.rows()]).toMatchObject([
      { name: 'Aleppo Governorate', alternates: ['Aleppo'], latitude: 37, longitude: 36.5 },
      { name: 'Afrin District', alternates: ['Afrin'], latitude: 37 },
    ]);
  });

  it('have the point given by hand where their towns lie to one side', () => {
    const gathered = divisions();
    const yukon = { country: 'CAN', admin1: 'Yukon' };
    gathered.add({ cca2: 'CA', code1: '12', code2: '' }, town('Whitehorse', yukon));
    expect([...gathered.rows()]).toMatchObject([{ latitude: 63, longitude: -136 }]);
  });
});
