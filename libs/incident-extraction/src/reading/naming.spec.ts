import { describe, expect, it } from '@jest/globals';
import { reading } from '../testing/readings.js';

const frameOf = (text: string, sense: string) =>
  reading(text).frames.find(({ trigger }) => trigger.sense.id === sense);

describe('a word that only names what is spoken of', () => {
  it.each([
    ['The store sold rockets of all sizes.', 'shelling'],
    ['The protesters have lawyers.', 'protest'],
    ['A murder suspect was seen in the mall.', 'homicide'],
    ['He was held on suspicion of manslaughter.', 'homicide'],
    ['He was booked on charges of theft, robbery and kidnapping.', 'abduct'],
    ['The bishop denounced assassinations.', 'assassinate'],
    ['Relatives of murdered people held talks.', 'homicide'],
    ['The mayor spoke of the ceasefire.', 'agree'],
    ['The cartel is known abroad.', 'organised-crime'],
  ])('tells of no happening in %j', (text, sense) => {
    expect(frameOf(text, sense)?.naming).toBe(true);
  });

  it.each([
    ['A grenade was thrown at the gate.', 'grenade'],
    ['The house was destroyed by a bomb.', 'bombing'],
    ['Both sides agreed to a ceasefire.', 'agree'],
    ['An assassination was reported.', 'assassinate'],
    ['Clashes with rebels erupted in the north.', 'clash'],
    ['There was a shooting incident.', 'shooting'],
    ['There were gunfights in the hills.', 'gunfight'],
    ['Reports told of gunfights between officers and rioters.', 'gunfight'],
  ])('tells of one in %j', (text, sense) => {
    expect(frameOf(text, sense)?.naming).toBe(false);
  });

  it('is sure of what is said to happen', () => {
    expect(frameOf('Protests erupted in many towns.', 'protest')?.trigger.weak).toBe(false);
    expect(frameOf('The pastor spoke at the protest.', 'protest')?.trigger.weak).toBe(true);
    expect(frameOf('Protests would erupt in many towns.', 'protest')?.trigger.weak).toBe(true);
  });
});

describe('a proper name', () => {
  it.each([
    'The services will be held on Tuesday morning at 400 South Locust Street.',
    'The Tampa Bay Blast signed a new goalkeeper.',
    'The UNITED NATIONS council met.',
    'A Rolling Meadows resident used his car.',
    'The group will host a Walk for Victims of Sexual Violence in the park.',
  ])('tells of nothing in %j', (text) => {
    expect(reading(text).frames).toEqual([]);
  });

  it('of a storm is news of the storm', () => {
    expect(frameOf('Then Hurricane Zelda hit the coast.', 'storm')).toBeDefined();
  });
});
