import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

const types = (title: string, ...paragraphs: string[]) =>
  mentionsOf(title, paragraphs).map(({ what }) => `${what.family} ${what.acledSubEventType}`);

describe('a vehicle that is driven into people', () => {
  const hit = 'A truck plowed into a crowd in Springfield on Monday, killing three people.';

  it('is an accident as long as nobody says that it was meant', () => {
    expect(types('Truck hits crowd in Springfield', hit)).toEqual(['accident null']);
  });

  it.each(['Police said the driver acted deliberately.', 'The mayor called it terrorism.'])(
    'is an attack where the article says %j',
    (intent) => {
      expect(types('Truck hits crowd in Springfield', hit, intent)).toEqual(['crime Attack']);
    },
  );

  it('has nothing to do with a crash of cars that someone attacked', () => {
    const crash = 'Two cars collided in Springfield on Monday, killing three people.';
    expect(types('Three die in crash', crash, 'The driver was called a terrorist.')).toEqual([
      'accident null',
    ]);
  });
});
