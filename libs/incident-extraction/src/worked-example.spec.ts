import { beforeAll, describe, expect, it } from '@jest/globals';
import { articleText, type Mention } from '@tocsin/contracts';
import { createGeoparser } from '@tocsin/geocoding';
import { createIncidentExtractor } from './extractor.js';
import { workedExample } from './testing/articles.js';

describe('the worked example of the incident model', () => {
  const seed = workedExample();
  let mentions: Mention[];
  let killing: Mention;

  beforeAll(() => {
    mentions = createIncidentExtractor({ geoparser: createGeoparser() }).extract(seed);
    killing = mentions.find((m) => m.casualties.killed?.best === 2 && m.kind === 'incident')!;
  });

  it('tells of the killing in the midst of the demonstrations (A)', () => {
    expect(killing).toMatchObject({
      realis: 'actual',
      background: false,
      what: {
        family: 'political',
        acledEventType: 'Riots',
        acledSubEventType: 'Violent demonstration',
        ploverType: 'ASSAULT',
      },
      casualties: { killed: { low: 2, best: 2, high: null, basis: 'stated' }, injured: null },
    });
  });

  it('dates it within the week of the protests, not on the Thursday of the reports', () => {
    expect(killing.when).toMatchObject({
      start: '2022-01-03',
      end: '2022-01-06',
      timePrecision: 2,
      datePrecision: 2,
    });
  });

  it('places it in the town of Almaty', () => {
    expect(killing.where).toMatchObject({
      place: 'Almaty',
      countryIso3: 'KAZ',
      geoPrecision: 1,
      wherePrecision: 1,
    });
  });

  it('says that law-enforcement officers were killed, two at least', () => {
    expect(killing.victims).toContainEqual(
      expect.objectContaining({ type: 'police', number: 2, effect: 'killed' }),
    );
  });

  it('knows who says so: local media and Khabar 24; RIA, told by officials', () => {
    const chains = killing.claims.map((claim) => claim.attribution.map((link) => link.name));
    expect(chains).toContainEqual([expect.stringContaining('local media')]);
    expect(chains.flat()).toContainEqual(expect.stringContaining('Khabar 24'));
    expect(chains).toContainEqual(['The Russian news agency RIA', 'officials']);
    const local = killing.claims.find((claim) => claim.attribution[0]?.name?.includes('local'));
    expect(local).toMatchObject({ hedge: 'reported' });
    expect(local?.attribution[0]?.class).toBe('media');
  });

  it('makes it part of the demonstrations (B)', () => {
    const demonstrations = mentions.find((m) => m.mentionId === killing.partOf);
    expect(demonstrations).toMatchObject({
      what: { acledSubEventType: 'Violent demonstration', ploverType: 'PROTEST' },
      where: { place: 'Almaty' },
      casualties: { killed: null, injured: null },
    });
  });

  it('keeps the clash of Wednesday night apart, with hundreds killed (C)', () => {
    const clash = mentions.find((m) => m.what.acledSubEventType === 'Armed clash');
    expect(clash).toMatchObject({
      when: { start: '2022-01-05', end: '2022-01-05', timePrecision: 1 },
      where: { place: 'Almaty' },
      casualties: { killed: { low: 100, best: 100, high: null, basis: 'vague' }, injured: null },
    });
  });

  it('knows when and where the special forces were sent (D)', () => {
    const deployments = mentions.filter((m) => m.what.ploverType === 'MOBILIZE');
    expect(deployments).toContainEqual(
      expect.objectContaining({
        what: expect.objectContaining({ acledSubEventType: 'Change to group/activity' }),
        when: expect.objectContaining({ start: '2022-01-05', end: '2022-01-05' }),
        where: expect.objectContaining({ place: 'Almaty', geoPrecision: 1 }),
      }),
    );
  });

  it('tells the demonstrations all over the country from those of the town (E)', () => {
    const peaceful = mentions.filter((m) => m.what.acledSubEventType === 'Peaceful protest');
    expect(peaceful).toHaveLength(1);
    expect(peaceful[0]).toMatchObject({
      realis: 'actual',
      background: false,
      what: { ploverType: 'PROTEST', modes: ['demo'] },
      when: { start: '2022-01-03', end: '2022-01-06', timePrecision: 2, datePrecision: 2 },
      where: { place: null, latitude: null, countryIso3: 'KAZ', wherePrecision: 6 },
      casualties: { killed: null, injured: null },
    });
  });

  it('knows who asked for help, and when at the latest (G)', () => {
    const requests = mentions.filter((m) => m.what.ploverType === 'REQUEST');
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      realis: 'actual',
      background: false,
      what: { acledSubEventType: 'Other', modes: ['assist'] },
      when: { start: null, end: '2022-01-06' },
      where: { place: null, countryIso3: 'KAZ', geoPrecision: null, wherePrecision: 6 },
    });
  });

  it('keeps the paratroopers that a neighbour sent apart from the special forces (H)', () => {
    const [special, neighbour, ...more] = mentions.filter((m) => m.what.ploverType === 'MOBILIZE');
    expect(more).toEqual([]);
    expect(special?.when.start).toBe('2022-01-05');
    expect(neighbour).toMatchObject({
      what: { acledSubEventType: 'Change to group/activity', modes: ['troops'] },
      when: { start: null, end: '2022-01-06' },
      where: { place: null, latitude: null, wherePrecision: 6 },
    });
    expect(neighbour?.summary).toMatch(/paratroopers/);
  });

  it('tells its own claims from those of others', () => {
    const told = (m: Mention | undefined, field: string): string[] =>
      (m?.claims ?? [])
        .filter((claim) => claim.field === field)
        .map((c) => `${c.attribution.map((link) => link.class).join(' < ')} ${c.hedge}`.trim());
    const clash = mentions.find((m) => m.what.acledSubEventType === 'Armed clash');
    expect(told(clash, 'casualties.killed')).toEqual(['police reported']);
    expect(told(killing, 'casualties.killed')).toContain('media < government asserted');
    expect(told(killing, 'casualties.killed')).toContain('media reported');
  });

  it('makes nothing of the warning, nor of what they are said to have learned abroad', () => {
    const types = mentions.map((m) => m.what.ploverType);
    expect(types).not.toContain('THREATEN');
    expect(types).not.toContain('ACCUSE');
  });

  it('knows no place finer than the country for the concession (F)', () => {
    const concession = mentions.find((m) => m.what.ploverType === 'CONCEDE')!;
    expect(concession.where).toMatchObject({
      place: null,
      latitude: null,
      countryIso3: 'KAZ',
      geoPrecision: null,
      wherePrecision: 6,
    });
  });

  it('keeps the running totals as aggregates', () => {
    const aggregates = mentions.filter((m) => m.kind === 'aggregate');
    expect(aggregates).toHaveLength(2);
    expect(aggregates[0]).toMatchObject({
      casualties: { injured: { low: 353, best: 353, high: null }, killed: null },
      aggregate: { asOf: '2022-01-06' },
    });
    expect(aggregates[1]).toMatchObject({
      casualties: { killed: { low: 13, best: 13, high: null }, injured: null },
    });
    expect(mentions.filter((m) => m.casualties.injured?.best === 353)).toHaveLength(1);
    const possible = { mentionId: killing.mentionId, certainty: 'possible' };
    expect(aggregates.map((m) => m.aggregate?.includes)).toEqual([[], [possible]]);
  });

  it('makes nothing of the caption, the furniture or a garbled name', () => {
    const text = articleText(seed);
    expect(text).not.toMatch(/Give Your Comments|BreaknLinks/);
    for (const mention of mentions) {
      expect(mention.claims.filter((claim) => claim.part === 'caption')).toEqual([]);
      expect(mention.where.place ?? '').not.toMatch(/sultan/i);
      expect(mention.when.start).not.toBe('2022-01-07');
    }
  });

  it('gives the same mentions and ids again', () => {
    const again = createIncidentExtractor({ geoparser: createGeoparser() }).extract(seed);
    expect(again).toEqual(mentions);
    expect(mentions.map((m) => m.mentionId)).toEqual(
      mentions.map((_, i) => `seed:1:en-rules-17:${i}`),
    );
  });
});
