import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../../testing/mentions.js';

const casualties = (title: string, ...paragraphs: string[]) =>
  mentionsOf(title, paragraphs)[0]!.casualties;

describe('the casualty figures of a mention', () => {
  it('are null where nothing is reported and 0 only where it is stated', () => {
    const read = casualties('Bomb explodes in market', 'No one was injured in the bombing.');
    expect(read.killed).toBeNull();
    expect(read.injured).toMatchObject({ low: 0, best: 0, high: 0 });
  });

  it('take a number in the title or lead before people told of one by one', () => {
    const read = casualties(
      'Gunmen kill five in bar',
      'A man was killed at the door.',
      'Ann Lee was killed too.',
    );
    expect(read.killed).toMatchObject({ best: 5, basis: 'stated' });
  });

  it('take an exact number before a vague word that leaves room for it', () => {
    const read = casualties(
      'Tens killed in blast',
      'The blast was in a market.',
      'It was full of people.',
      'The place was on fire.',
      'It was night.',
      'At least 18 people were killed.',
    );
    expect(read.killed).toMatchObject({ best: 18, basis: 'stated' });
  });

  it('count people told of one by one where no number is given', () => {
    const read = casualties(
      'Gunmen attack bar',
      'Ann Lee was killed at the door.',
      'Bob Roe was killed inside.',
    );
    expect(read.killed).toMatchObject({ best: 2, basis: 'counted' });
  });

  it('count one person once, by name or by age', () => {
    const read = casualties(
      'Man shot dead',
      'Bob Roe was shot dead on Monday.',
      'Roe, 25, died at once.',
    );
    expect(read.killed?.best).toBe(1);
  });

  it('take those shot who were not killed for injured', () => {
    const read = casualties(
      'Four people shot, one fatally, in park',
      'Four people were shot on Monday.',
    );
    expect(read.killed?.best).toBe(1);
    expect(read.injured).toMatchObject({ best: 3, basis: 'derived' });
  });

  it('keep open bounds and vague words', () => {
    expect(casualties('At least two killed in bombing').killed).toMatchObject({
      low: 2,
      best: 2,
      high: null,
    });
    expect(casualties('Dozens killed in bombing').killed).toMatchObject({
      low: 12,
      best: 12,
      high: null,
      basis: 'vague',
      words: expect.stringContaining('Dozens'),
    });
  });

  it('know that a plural without a number is at least two', () => {
    expect(casualties('Bomb kills soldiers').killed).toMatchObject({
      low: 2,
      best: null,
      high: null,
    });
  });

  it('derive one death at least from a murder', () => {
    expect(casualties('Police investigate murder').killed).toMatchObject({
      low: 1,
      high: null,
      basis: 'derived',
    });
  });

  it('add those who were also killed to whoever was told of before', () => {
    const read = casualties(
      'Minister murdered',
      'The minister was shot dead on Monday.',
      'Two of his guards were also killed in the attack.',
    );
    expect(read.killed).toMatchObject({ best: 3 });
  });

  it('know of a carnage that it took someone, and not how many', () => {
    expect(casualties('Bomb in market', 'Witnesses spoke of a carnage.').killed).toMatchObject({
      low: 1,
      best: null,
    });
  });

  it('take all figures of the one sentence that has any', () => {
    const read = casualties('Three dead and one in critical condition in overnight shootings');
    expect([read.killed?.best, read.injured?.best]).toEqual([3, 1]);
  });

  it('derive no death from another murder', () => {
    const read = casualties('Man wounded in shooting', 'It was revenge for another murder.');
    expect(read.killed).toBeNull();
  });

  it('take the wounded of the title before those shot in other paragraphs', () => {
    const read = casualties(
      'Three people wounded in bar',
      'Three men were wounded on Monday.',
      'The bar was full.',
      'No one was arrested.',
      'It was night.',
      'In all, 12 people were shot.',
    );
    expect(read.injured).toMatchObject({ best: 3 });
  });

  it('count no one as hurt who is told to be dead in the same sentence', () => {
    const read = casualties(
      'Two guards dead',
      'Two guards are dead after a shooting at a court on Monday.',
    );
    expect(read.injured).toBeNull();
  });

  it('derive no death from who looks into deaths, or from how many there are', () => {
    expect(
      casualties('Man wounded in shooting', 'Homicide detectives came, as the murder rate rises.')
        .killed,
    ).toBeNull();
  });

  it('name their claims', () => {
    const [mention] = mentionsOf('Bomb kills two men');
    const claims = mention!.casualties.killed!.claims.map((index) => mention!.claims[index]);
    expect(claims).toMatchObject([
      { field: 'casualties.killed', value: 2, quote: 'kills two men', part: 'title' },
    ]);
  });
});
