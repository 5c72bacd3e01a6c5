import { describe, expect, it } from '@jest/globals';
import { fewPlaces } from '../testing/mentions.js';
import { groupNearDuplicates, typeExample } from './type-examples.js';

describe('examples for the type model', () => {
  it('are what the extractor would ask of it', () => {
    const known = { id: 'x', group: 0, label: 'Grenade' as const };
    const example = typeExample('Rebels threw a grenade into a bar.', known, fewPlaces);
    expect(example).toMatchObject(known);
    expect(example.drafts[0]?.allowed).toContain('Grenade');
    expect(example.drafts[0]?.features).toContain('sense grenade');
  });

  it('are grouped with their near-duplicates, whatever the names and numbers', () => {
    const groups = groupNearDuplicates([
      'The forces of Wexmoor have set up a total of 12 posts along the river since the spring',
      'A ferry sank off the coast and all of its crew were saved by fishermen at dawn',
      'The forces of Elmhurst have set up a total of 90 posts along the river since the spring',
    ]);
    expect(groups[0]).toBe(groups[2]);
    expect(groups[0]).not.toBe(groups[1]);
  });
});
