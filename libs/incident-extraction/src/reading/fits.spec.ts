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

describe('what nobody suffers', () => {
  it.each([
    'The senate killed the bill on Monday.',
    'A ranger shot a bear on Monday.',
    'Leaked documents were read on Monday.',
    'Students held a vigil on Monday.',
    'He gave the plan another shot.',
    'Cooking demonstrations were given.',
    'The first artillery brigade met the mayor.',
  ])('is told in %j', (text) => {
    expect(reading(text).frames.filter(({ trigger }) => trigger.sense.id !== 'protest')).toEqual(
      [],
    );
  });

  it.each([
    ['A helicopter strafed the village on Monday.', 'air-strike'],
    ['Two subway trains collided in a tunnel.', 'rail-crash'],
    ['A rollover killed a man on Monday.', 'crash'],
    ['The jetliner crashed into the sea in June.', 'air-crash'],
    ['A car crashed into a plane on the apron.', 'crash'],
    ['A plane blew up in the air on Monday.', 'bombing'],
    ['The fire killed a man on Monday.', 'blaze'],
    ['Sniper fire killed a man on Monday.', 'kill'],
  ])('is not what does it in %j', (text, sense) => {
    expect(reading(text).frames.map(({ trigger }) => trigger.sense.id)).toContain(sense);
  });
});
