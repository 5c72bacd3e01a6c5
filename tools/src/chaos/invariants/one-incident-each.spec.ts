import { describe, expect, it } from '@jest/globals';
import {
  checkOneIncidentEach,
  type IncidentEvidence,
  type LiveIncident,
} from './one-incident-each.js';

const real = (town: string, day: string, ...articleIds: string[]) => ({
  town,
  country: 'Somewhere',
  day,
  killed: 2,
  injured: 3,
  articleIds,
});
const live = (incidentId: string, changes: Partial<LiveIncident> = {}): LiveIncident => ({
  incidentId,
  place: 'Bogotá',
  start: '2020-01-06',
  end: '2020-01-06',
  articleCount: 2,
  ...changes,
});
const lima = live('l', { place: 'Lima', start: '2020-02-01', end: '2020-02-03', articleCount: 1 });
const sound: IncidentEvidence = {
  truth: [real('Bogota', '2020-01-06', 'a', 'b'), real('Lima', '2020-02-02', 'c')],
  live: [live('x'), lima],
  namesOf: (town) => (town === 'Lima' ? [town, 'Ciudad de los Reyes'] : [town]),
};
const examples = (incidents: readonly LiveIncident[]) =>
  checkOneIncidentEach({ ...sound, live: incidents }).examples;

it('one live incident each is sound, whatever the accents', () =>
  expect(checkOneIncidentEach(sound)).toMatchObject({ name: 'I2 incidents', passed: true }));

it('an incident may be filed under another name of its town', () =>
  expect(examples([live('x'), { ...lima, place: 'Ciudad de los Reyes' }])).toEqual([]));

describe('a planted fault is found:', () => {
  it('an incident that is lost', () =>
    expect(examples([lima])).toEqual(['Bogota, 2020-01-06: 0 live incidents']));

  it('an incident that is doubled', () =>
    expect(examples([live('x'), live('y'), lima])).toEqual([
      'Bogota, 2020-01-06: 2 live incidents',
    ]));

  it('an article that is counted twice', () =>
    expect(examples([live('x', { articleCount: 3 }), lima])).toEqual([
      'Bogota, 2020-01-06: x counts 3 articles of 2',
    ]));

  it('an incident that never was', () =>
    expect(
      examples([...sound.live, live('z', { place: 'Lima', start: '2021-01-01', end: null })]),
    ).toEqual(['z is no real incident: Lima, 2021-01-01 to null']));

  it('an incident without place or day', () =>
    expect(
      examples([...sound.live, live('u', { place: null }), live('v', { start: null })]),
    ).toHaveLength(2));
});
