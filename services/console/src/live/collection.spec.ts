import { describe, expect, it } from '@jest/globals';
import { NO_FILTERS, type Filters } from '../filters/filters.js';
import { figure, incident } from '../testing/incident.js';
import { EMPTY, withChanges, withPage, type Collection } from './collection.js';

const named = (incidentId: string, revision = 1) => incident({ incidentId, revision });
const ids = (collection: Collection | 'ask') =>
  collection === 'ask' ? 'ask' : collection.items.map(({ incidentId }) => incidentId);
const riots: Filters = { ...NO_FILTERS, kind: 'riots' };
const shown = withPage(EMPTY, [named('i1'), named('i2')], NO_FILTERS);

describe('pages', () => {
  it('follow each other, each incident once', () => {
    expect(ids(withPage(shown, [named('i2'), named('i3')], NO_FILTERS))).toEqual([
      'i1',
      'i2',
      'i3',
    ]);
  });

  it('are judged by what the API could not be asked for', () => {
    const accident = incident({
      incidentId: 'i4',
      what: { ...incident().what, family: 'accident', acledEventType: null },
    });
    expect(
      ids(withPage(EMPTY, [accident, named('i1')], { ...NO_FILTERS, kind: 'accident' })),
    ).toEqual(['i4']);
  });

  it('found by words are taken as found', () => {
    expect(ids(withPage(EMPTY, [named('i1')], { ...NO_FILTERS, text: 'police' }))).toEqual(['i1']);
  });
});

describe('changes', () => {
  it('bring new incidents to the top, the last one first', () => {
    const after = withChanges(shown, [named('i3'), named('i4')], riots) as Collection;
    expect(ids(after)).toEqual(['i4', 'i3', 'i1', 'i2']);
    expect([...after.fresh]).toEqual(['i3', 'i4']);
  });

  it('bring a new revision in place of the old', () => {
    const after = withChanges(shown, [named('i2', 2)], NO_FILTERS) as Collection;
    expect(after.items.map(({ incidentId, revision }) => [incidentId, revision])).toEqual([
      ['i2', 2],
      ['i1', 1],
    ]);
  });

  it('that are none leave all as it is', () => {
    expect(withChanges(shown, [named('i2', 1)], NO_FILTERS)).toBe(shown);
    expect(withChanges(shown, [], NO_FILTERS)).toBe(shown);
    const elsewhere = { ...named('i9'), where: { ...incident().where, countryIso3: 'FRA' } };
    expect(withChanges(shown, [elsewhere], { ...NO_FILTERS, country: 'KAZ' })).toBe(shown);
  });

  it('take away what was merged, retracted or no longer fits', () => {
    const merged = incident({ incidentId: 'i1', revision: 2, lifecycle: 'merged' });
    expect(ids(withChanges(shown, [merged], NO_FILTERS))).toEqual(['i2']);
    const milder = incident({
      incidentId: 'i2',
      revision: 2,
      casualties: { ...incident().casualties, killed: figure(1) },
    });
    expect(ids(withChanges(shown, [milder], { ...NO_FILTERS, killedMin: 2 }))).toEqual(['i1']);
  });

  it('keep the order that was asked for', () => {
    const killed = (incidentId: string, n: number) =>
      incident({ incidentId, casualties: { ...incident().casualties, killed: figure(n) } });
    const filters: Filters = { ...NO_FILTERS, sort: '-killed' };
    const before = withPage(EMPTY, [killed('i1', 9), killed('i2', 1)], filters);
    expect(ids(withChanges(before, [killed('i3', 5)], filters))).toEqual(['i1', 'i3', 'i2']);
    const days: Filters = { ...NO_FILTERS, sort: '-start' };
    const late = incident({ incidentId: 'i4', when: { ...incident().when, start: '2023-01-01' } });
    expect(ids(withChanges(shown, [late], days))).toEqual(['i4', 'i1', 'i2']);
  });

  it('that only words can judge are for the database', () => {
    expect(withChanges(shown, [named('i3')], { ...NO_FILTERS, text: 'police' })).toBe('ask');
  });
});
