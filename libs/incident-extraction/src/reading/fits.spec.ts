import { describe, expect, it } from '@jest/globals';
import { reading } from '../testing/readings.js';

const senses = (text: string): string[] =>
  reading(text).frames.map(({ trigger }) => trigger.sense.id);

describe('a word with a sense that wants parties', () => {
  it.each([
    ['Rebels drove the soldiers back from the hills.', 'regain'],
    ['The army secured the town.', 'regain'],
    ['Troopers captured two guerrilla camps.', 'capture'],
    ['Rebels were driven out of the city.', 'regain'],
    ['Police dispersed the crowd.', 'disperse'],
    ['Two groups pelted stones at each other.', 'riot'],
    ['Gunmen attacked a bus.', 'loot'],
    ['Soldiers battled rebels near the border.', 'clash'],
    ['Thousands of people returned to their villages.', 'displace'],
    ['It said that it had seized forty rifles.', 'defuse'],
    ['A bomb destroyed the shop.', 'loot'],
  ])('has it in %j', (text, sense) => {
    expect(senses(text)).toContain(sense);
  });

  it.each([
    ['The passengers drove him back to the hospital.', 'regain'],
    ['Deputies cleared the road.', 'regain'],
    ['Scared, the crowd dispersed into nearby cafes.', 'disperse'],
    ['Officials set up roadblocks for the parade.', 'obstruct'],
    ['The explosion broke windows of the office.', 'riot'],
    ['A fire damaged the house.', 'loot'],
    ['Firefighters battled the flames for hours.', 'clash'],
    ['The rain beat on the roofs.', 'beat'],
    ['He left home at nine.', 'displace'],
    ['The chief established a command for the search.', 'base'],
    ['The suspect surrendered on Monday.', 'surrender'],
    ['Police are flooding the streets.', 'protest'],
  ])('has not in %j', (text, sense) => {
    expect(senses(text)).not.toContain(sense);
  });
});
