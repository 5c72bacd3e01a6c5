import type { CurationChange } from '@tocsin/contracts';
import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { Changes, effectOf } from './changes.js';
import { Given } from './given.js';

const change = (overrides: Partial<CurationChange> = {}): CurationChange => ({
  incidentId: 'abcdef0123456789',
  change: 'updated',
  revision: 2,
  lifecycle: 'active',
  mergedInto: null,
  summary: '<b>Clash</b>',
  place: 'Almaty',
  start: null,
  end: null,
  killed: 2,
  articleCount: 3,
  linked: 2,
  unlinked: 0,
  ...overrides,
});

describe('what a command would do', () => {
  it('is said of each incident', () => {
    expect(effectOf(change())).toBe('stays, gains 2 mentions, loses 0');
    expect(effectOf(change({ lifecycle: 'merged', mergedInto: '0123456789ab' }))).toBe(
      'goes into 01234567',
    );
    expect(effectOf(change({ lifecycle: 'retracted' }))).toBe('is retracted');
    expect(effectOf(change({ change: 'split' }))).toBe('is an incident of its own');
  });

  it('is shown as letters, with a way to the incident', () => {
    const html = renderToStaticMarkup(<Changes changes={[change()]} />);
    expect(html).toContain('&lt;b&gt;Clash');
    expect(html).toContain('href="/incidents/abcdef0123456789"');
  });
});

it('what was corrected before says who, when and why', () => {
  const curation = {
    commandId: 'c',
    action: 'merge' as const,
    incidentId: 'i1',
    otherIncidentIds: ['i2'],
    mentionIds: [],
    by: 'ana',
    reason: 'one night',
    at: '2022-01-09',
  };
  expect(renderToStaticMarkup(<Given curations={[curation]} />)).toContain(
    '9 Jan 2022: merge by ana: one night',
  );
  expect(renderToStaticMarkup(<Given curations={[]} />)).toBe('');
});
