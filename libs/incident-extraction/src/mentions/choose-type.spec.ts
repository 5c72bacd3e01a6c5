import { describe, expect, it } from '@jest/globals';
import { readDocument } from '../text/document.js';
import { article } from '../testing/articles.js';
import { mentionsOf } from '../testing/mentions.js';
import { chooseTypes, typedDraft } from './choose-type.js';
import { readStory } from './story.js';
import { typeFeatures } from './type-features.js';

const documentOf = (...paragraphs: string[]) => readDocument(article({ title: '', paragraphs }));

const draftsOf = (...paragraphs: string[]) =>
  readStory(documentOf(...paragraphs), () => []).happened;

const GRENADE = 'Rebels threw a grenade into a bar, wounding three people.';

describe('the choice of a type', () => {
  it('is one that the rules allow, with how sure it is', () => {
    const drafts = draftsOf(GRENADE);
    const [choice] = chooseTypes(documentOf(GRENADE), drafts, true);
    expect(typedDraft(drafts[0]!).allowed).toContain(choice!.outcome);
    expect(choice!.outcome).toBe('Grenade');
    expect(choice!.probability).toBeGreaterThan(0.3);
  });

  it('is the rules’ own in a long text', () => {
    const drafts = draftsOf(GRENADE);
    expect(chooseTypes(documentOf(GRENADE), drafts, false)[0]!.outcome).toBe(
      typedDraft(drafts[0]!).allowed[0],
    );
  });

  it('is that of the sentence before, where another town’s dead are told without it', () => {
    const types = mentionsOf('Bombs in two towns', [
      'A bomb exploded in Springfield on Tuesday, killing 74 people.',
      'At least seven were reported dead in Shelbyville, Kansas.',
    ]).map(({ what }) => what.acledSubEventType);
    expect(types).toContain('Remote explosive/landmine/IED');
    expect(new Set(types).size).toBe(1);
  });

  it('is no clash where all the dead are civilians', () => {
    const drafts = draftsOf('A camp of refugees was attacked by militiamen, killing 156 people.');
    expect(typedDraft(drafts[0]!).allowed).not.toContain('Armed clash');
  });

  it('has no types for no drafts', () => {
    expect(chooseTypes(documentOf(GRENADE), [], true)).toEqual([]);
  });
});

describe('what the model sees', () => {
  const features = (...paragraphs: string[]): string[] => {
    const story = draftsOf(...paragraphs).map(typedDraft);
    return typeFeatures(story[0]!, story);
  };

  it('is who does what to whom, and with what', () => {
    expect(features('Rebels threw a grenade at two soldiers.')).toEqual(
      expect.arrayContaining(['sense grenade', 'agent rebel', 'means grenade']),
    );
  });

  it('holds no names', () => {
    const named = features('Rebels of Wexmoor killed Peter Langdale in Springfield.');
    expect(named.some((feature) => /wexmoor|langdale|springfield/i.test(feature))).toBe(false);
  });
});
