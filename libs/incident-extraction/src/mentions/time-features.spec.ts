import { describe, expect, it } from '@jest/globals';
import { readData } from '../lexicon/data.js';
import { reading } from '../testing/readings.js';
import { TIME_FEATURES, timeFeatures } from './time-features.js';

const features = (text: string, standing: 'own' | 'none' = 'own'): string[] => {
  const read = reading(text);
  const triggers = read.frames.map(({ from }) => from);
  const sighting = { time: read.times[0]!, reading: read, standing, triggers, first: true };
  const values = timeFeatures(sighting, '2022-01-06', false);
  return TIME_FEATURES.filter((_, i) => values[i] === 1);
};

describe('what is known of a time that may be an incident’s', () => {
  it('tells how near it is, and how old', () => {
    const known = features('A man was shot Monday night in the north of the town.');
    expect(known).toEqual(expect.arrayContaining(['own', 'near', 'first', 'week', 'weekday']));
    expect(known).toContain('part of day');
    expect(known).not.toContain('apart');
  });

  it('tells court from the scene', () => {
    expect(features('He appeared in court on Wednesday.', 'none')).toEqual(
      expect.arrayContaining(['eve', 'aftermath', 'aftermath beside']),
    );
    expect(features('The shooting happened on Wednesday.')).not.toContain('aftermath');
  });

  it('tells a page’s stamp, and a day that names the event', () => {
    expect(features('Man shot in park Posted: Monday, January 3')).toContain('stamp');
    const named = features('He spoke of Monday night’s fatal shooting.');
    expect(named).toContain('names it');
    expect(named).not.toContain('stamp');
  });

  it('tells whose verb it stands with', () => {
    expect(features('A man was shot on Monday.')).toContain('verb told');
    const said = features('The mayor met on Monday with a man who was shot.');
    expect(said).toContain('verb of saying');
    expect(said).not.toContain('verb told');
    expect(features('A man was shot today in the park.')).toEqual(
      expect.arrayContaining(['said today', 'today told', 'today told first']),
    );
    expect(features('The mayor today met a man who was shot.')).not.toContain('today told');
    expect(features('A man was shot who had fled on Monday.')).toContain('perfect');
    expect(features('A man was shot after he left on Monday.')).toContain('time clause');
  });

  it('weighs anew in wire copy in capitals', () => {
    const read = reading('A man was shot on Monday.');
    const [time] = read.times;
    const sighting = { time: time!, reading: read, standing: 'none', triggers: [], first: false };
    const wire = timeFeatures({ ...sighting, standing: 'none' }, '2022-01-06', true);
    const half = wire.length / 2;
    expect(wire.slice(half)).toEqual(wire.slice(0, half));
    expect(wire.slice(half)).toContain(1);
    expect(
      timeFeatures({ ...sighting, standing: 'none' }, '2022-01-06', false).slice(half),
    ).not.toContain(1);
  });

  it('tells stretches, bounds and what is ahead', () => {
    expect(features('Two men were shot last week.')).toContain('coarse');
    expect(features('Two men were shot since Monday.')).toContain('bound');
    expect(features('The men will be shot next Friday.')).toContain('ahead');
  });
});

describe('the fitted weights', () => {
  const file = readData<{ weights: Record<string, number>; least: number; seed: string }>(
    'time-weights.json',
  );

  it('are one for each feature, with the seed that they were fitted by', () => {
    expect(Object.keys(file.weights)).toEqual([...TIME_FEATURES]);
    expect(file.seed).not.toBe('');
    expect(Object.values(file.weights).every((w) => Math.abs(w) < 10)).toBe(true);
  });
});
