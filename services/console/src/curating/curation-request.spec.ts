import { describe, expect, it } from '@jest/globals';
import { idsIn, requestOf, type CurationForm } from './curation-request.js';

const form = (overrides: Partial<CurationForm> = {}): CurationForm => ({
  action: 'retract',
  others: '',
  mentions: new Set(),
  reason: ' the paper took it back ',
  by: 'ana',
  ...overrides,
});
const asked = (overrides: Partial<CurationForm>) => requestOf('i1', form(overrides), 'c1');

describe('a command', () => {
  it('takes an incident back', () => {
    expect(asked({ others: 'i2', mentions: new Set(['m']) })).toEqual({
      action: 'retract',
      incidentId: 'i1',
      reason: 'the paper took it back',
      by: 'ana',
      commandId: 'c1',
    });
  });

  it('merges with others, named once each and never with itself', () => {
    expect(
      asked({ action: 'merge', others: 'i2, http://x/incidents/i3?a=1\ni2 i1' }),
    ).toMatchObject({
      otherIncidentIds: ['i2', 'i3'],
    });
  });

  it('splits off the mentions that are chosen', () => {
    expect(asked({ action: 'split', mentions: new Set(['m1', 'm2']) })).toMatchObject({
      mentionIds: ['m1', 'm2'],
    });
  });

  it.each([
    [{ action: 'merge', others: 'i1' }, 'Say which incidents'],
    [{ action: 'split' }, 'Choose the mentions'],
    [{ reason: ' ' }, 'Say why'],
    [{ by: '' }, 'Say who'],
  ] as const)('lacks something: %j', (overrides, words) => {
    expect(asked(overrides)).toContain(words);
  });
});

it('ids are found in whatever is pasted, and nothing else is', () => {
  expect(idsIn('')).toEqual([]);
  expect(idsIn('<script>, a"b, i-1;/incidents/i.2#x')).toEqual(['i-1', 'i.2']);
});
