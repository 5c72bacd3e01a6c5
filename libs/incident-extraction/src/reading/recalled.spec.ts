import { describe, expect, it } from '@jest/globals';
import { reading } from '../testing/readings.js';

const frameOf = (text: string, sense: string) =>
  reading(text).frames.find(({ trigger }) => trigger.sense.id === sense);

describe('what a sentence only looks back on', () => {
  it.each([
    ['The bishop condemned the massacre of farmers.', 'kill'],
    ['The murder was denounced by the union.', 'homicide'],
    ['The mayor reacted to the bombing.', 'bombing'],
    ['Families marked the anniversary of the bombing.', 'bombing'],
    ['The victims of a plane crash were remembered in a chapel.', 'air-crash'],
  ])('is what someone reacts to or remembers in %j', (text, sense) => {
    expect(frameOf(text, sense)?.recalled).toBe('reaction');
  });

  it.each([
    ['The school opened three years after the bombing.', 'bombing'],
    ['A chapel was built two years after rebels killed the priest.', 'kill'],
    ['They spoke of forty years of bombings by rebels.', 'bombing'],
  ])('is long past in %j', (text, sense) => {
    expect(frameOf(text, sense)?.recalled).toBe('past');
  });

  it.each([
    ['A massacre of farmers shook the town.', 'kill'],
    ['Rebels killed the priest two years after he came.', 'kill'],
    ['Two victims of the bombing were taken to hospital.', 'bombing'],
  ])('is not what it tells in %j', (text, sense) => {
    expect(frameOf(text, sense)?.recalled).toBeNull();
  });
});

describe('the topic of a work or a campaign', () => {
  it.each([
    ['She wrote a book about the kidnapping.', 'abduct'],
    ['The campaign against the torture of prisoners goes on.', 'torture'],
    ['They saw a film by a friend about the massacre.', 'kill'],
  ])('only names in %j', (text, sense) => {
    expect(frameOf(text, sense)?.naming).toBe(true);
  });

  it('is none where police warn about it', () => {
    expect(
      frameOf('Police have no doubts about the kidnapping of the boy.', 'abduct')?.naming,
    ).toBe(false);
  });
});
