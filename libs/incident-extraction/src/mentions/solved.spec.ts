import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

/** Those who are told to have done the deed. */
const actors = (...paragraphs: string[]): string[] =>
  mentionsOf('Two people stabbed', paragraphs)
    .filter(({ what }) => what.acledSubEventType === 'Attack')
    .flatMap((mention) => mention.actors.map(({ words }) => words));

describe('who is arrested for the only deed of an article', () => {
  const deed = 'Two people were stabbed at a store in Springfield on Monday.';

  it('is held to have done it', () => {
    expect(actors(deed, 'A 30-year-old man was arrested over the incident.')).toEqual([
      'A 30-year-old man',
    ]);
    expect(actors(deed, 'Detectives have arrested the gunman.')).toEqual(['the gunman']);
  });

  it('is not, if the arrest is for something else', () => {
    expect(actors(deed, 'A 30-year-old man was arrested over unpaid taxes.')).toEqual([]);
  });

  it('is not, where two deeds are told', () => {
    const other = 'Three people were shot dead at a bar in Shelbyville on Tuesday.';
    expect(actors(deed, other, 'A 30-year-old man was arrested over the incident.')).toEqual([]);
  });
});
