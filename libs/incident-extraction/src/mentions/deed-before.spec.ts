import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

/** Published on Thursday 6 January 2022. */
const when = (title: string, ...paragraphs: string[]) => mentionsOf(title, paragraphs)[0]!.when;

describe('the day of a deed beside that of what came of it', () => {
  it('is that of the deed before what is said, and before a death of it', () => {
    const said = when(
      'Police look into shooting',
      'The coroner on Tuesday identified two men who were shot dead in Springfield.',
      'They were in a bar on Monday night when they were shot.',
    );
    expect(said.start).toBe('2022-01-03');
    const died = when(
      'Man dies of wounds',
      'A man died Tuesday from wounds of an attack in Springfield.',
      'He was shot in a bar on Sunday, police say.',
    );
    expect(died.start).toBe('2022-01-02');
  });

  it('is that of publication where the page tells of the day after it', () => {
    const told = when(
      'Police look into shooting',
      'Police announced Friday morning that they are investigating a shooting that left two people dead.',
      'Officers responded to a home on Bay Road around 7:40 p.m. Thursday.',
    );
    expect(told.start).toBe('2022-01-06T19:40');
  });

  it('lies before the day on which a deed that is known is no more than mentioned', () => {
    const told = when(
      'Minister promises inquiry',
      'The government yesterday reaffirmed its will to investigate the bombing in Springfield.',
      'The bombing killed six people.',
    );
    expect(told).toMatchObject({ start: null, end: '2022-01-05' });
  });

  it('is that of the death where no day before it is told', () => {
    const alone = when(
      'Man dies',
      'A man died Tuesday in Springfield after an attack.',
      'Friends remember him.',
    );
    expect(alone.start).toBe('2022-01-04');
  });
});
