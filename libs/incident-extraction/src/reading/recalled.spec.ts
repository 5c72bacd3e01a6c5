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
    ['Two men were arrested in connection with the kidnapping.', 'abduct'],
    ['The officers are implicated in the assassination of the priests.', 'assassinate'],
    ['He is accused of kidnapping a farmer.', 'abduct'],
    ['A judge opened an inquiry into the massacre.', 'kill'],
    ['He was jailed for the series of bombings.', 'bombing'],
    ['The army hopes to regain territory seized by the group.', 'capture'],
    ['The front has held the hills since rebels kidnapped the mayor.', 'abduct'],
  ])('is what someone reacts to, remembers or is tied to in %j', (text, sense) => {
    expect(frameOf(text, sense)?.recalled).toBe('known');
  });

  it.each([
    ['The school opened three years after the bombing.', 'bombing'],
    ['A chapel was built two years after rebels killed the priest.', 'kill'],
    ['They spoke of forty years of bombings by rebels.', 'bombing'],
    ['The law came two years after girls were beaten, raped and robbed.', 'sexual'],
    ['He spoke two years after hundreds of women reported being robbed.', 'rob'],
  ])('is long past in %j', (text, sense) => {
    expect(frameOf(text, sense)?.recalled).toBe('past');
  });

  it.each([
    ['A massacre of farmers shook the town.', 'kill'],
    ['Rebels killed the priest two years after he came.', 'kill'],
    ['Police arrested a man in connection with a kidnapping.', 'abduct'],
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
