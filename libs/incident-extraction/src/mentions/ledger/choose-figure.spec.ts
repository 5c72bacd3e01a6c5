import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from '../../testing/tellings.js';
import { mentionsOf } from '../../testing/mentions.js';
import { candidatesOf, chooseFigure } from './choose-figure.js';

describe('the figure that is chosen', () => {
  it('is the title’s where everything agrees', () => {
    const evidence = evidenceOf('Two killed in shooting', 'Two men were shot dead on Monday.');
    expect(chooseFigure('killed', evidence.killed)).toBe(2);
  });

  it('is left to the rule for many victims', () => {
    expect(candidatesOf(evidenceOf('Dozens killed in bombing').killed)).toEqual([]);
    expect(candidatesOf(evidenceOf('Quake kills 45 people').killed)).toEqual([]);
    expect(chooseFigure('killed', evidenceOf('Quake kills 45 people').killed)).toBeNull();
  });

  it('is never nobody where a number is stated', () => {
    expect(candidatesOf(evidenceOf('Two killed in shooting').killed)).not.toContain(0);
    expect(candidatesOf(evidenceOf('Man shot dead').killed)).toContain(0);
  });

  it('counts nobody as hurt who is told only to have been shot beside all the dead', () => {
    const [mention] = mentionsOf('Family of three found dead', [
      'Two adults and a child were found dead at a house on Monday after a murder-suicide.',
      'A man shot his wife, police said.',
    ]);
    expect(mention!.casualties).toMatchObject({ killed: { best: 3 }, injured: null });
  });

  it('is a number rather than a vague word', () => {
    const text = [
      'Several people were shot in a bar on Monday.',
      'Four men were wounded.',
    ] as const;
    expect(chooseFigure('injured', evidenceOf('Men shot in bar', ...text).injured)).toBe(4);
  });

  it('adds whoever killed himself to those whom he killed', () => {
    const [mention] = mentionsOf('Man kills six, self', [
      'A man killed six people before killing himself at a house on Monday, police said.',
    ]);
    expect(mention!.casualties).toMatchObject({ killed: { best: 7 } });
  });

  it('names claims', () => {
    const [mention] = mentionsOf('Four people shot, one fatally, in park');
    const { killed, injured } = mention!.casualties;
    expect(killed!.claims.length).toBeGreaterThan(0);
    expect(injured!.claims.length).toBeGreaterThan(0);
  });
});
