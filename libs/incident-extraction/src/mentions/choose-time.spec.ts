import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

/** Published on Thursday 6 January 2022. */
const when = (title: string, ...paragraphs: string[]) => mentionsOf(title, paragraphs)[0]!.when;

describe('the day of an incident', () => {
  it('is its own sentence’s', () => {
    expect(when('Man shot dead', 'A man was shot dead in Springfield on Monday.').start).toBe(
      '2022-01-03',
    );
  });

  it('is that of the sentence that says when it happened', () => {
    const told = when(
      'Man shot dead',
      'A man was shot dead in Springfield.',
      'The shooting happened on Monday night.',
    );
    expect(told.start).toBe('2022-01-03');
  });

  it('is the feast that is told of rather than the night before it', () => {
    const told = mentionsOf('Crowd attacked', [
      'Six people were shot dead last night in Springfield.',
      'Crowds had come for Epiphany Day.',
    ])[0]!.when.start;
    expect(told).toBe('2022-01-05');
    const feast = (publishedAt: string) =>
      mentionsOf(
        'Crowd attacked',
        [
          'Six people were shot dead last night in Springfield.',
          'Gunmen fired at a crowd that was watching the Bastille Day fireworks.',
        ],
        { publishedAt },
      )[0]!.when.start;
    expect(feast('2016-07-14T21:30:00Z')).toBe('2016-07-14');
    expect(feast('2016-07-15T21:30:00Z')).toBe('2016-07-14');
  });

  it('has the hour that its own words give, not the page’s stamp nor Greenwich’s', () => {
    const told = (words: string) => when('Man shot dead', words).start;
    expect(told('A man was shot dead at about 8 o’clock Monday night in Springfield.')).toBe(
      '2022-01-03T20:00',
    );
    expect(told('A man was shot dead in Springfield at 2200 GMT Monday.')).toBe('2022-01-03');
  });

  it('is none of court', () => {
    const told = when(
      'Man charged after man shot dead',
      'A man was shot dead in Springfield on Sunday night.',
      'A suspect was arraigned in court on Wednesday on murder charges.',
    );
    expect(told.start).toBe('2022-01-02');
  });

  it('is the one that more sentences name', () => {
    const told = when(
      'Man shot dead',
      'A man was shot dead in Springfield on Sunday.',
      'The man, 30, was shot on Sunday near a bar.',
      'He was shot by a man who had fled on Tuesday.',
    );
    expect(told.start).toBe('2022-01-02');
  });

  it('is none that is still to come, nor that of a reaction', () => {
    const ahead = when('Women attacked', 'Two women were attacked on December 31, 2022.');
    expect(ahead.start).toBeNull();
    const condemned = when(
      'President condemns attacks',
      'The president on Tuesday condemned the bomb attacks in Springfield that killed six people.',
    );
    expect(condemned.start).toBeNull();
  });

  it('is that of its own verb before that of a saying', () => {
    const admitted =
      'A man admitted in court on Tuesday that he gunned down a woman in Springfield on December 20.';
    expect(when('Man admits killing woman', admitted).start).toBe('2021-12-20');
  });

  it('of an arrest is its own, not that of what it is for', () => {
    const arrest = (sentence: string) =>
      mentionsOf('Man arrested', [
        sentence,
        'He is 40.',
        'It rained.',
        'The port was shut.',
        'A dog ran.',
      ]).find(({ what }) => what.acledSubEventType === 'Arrests')?.when;
    const dated = 'A man was arrested on Tuesday in the shooting of two men on Sunday.';
    expect(arrest(dated)).toMatchObject({ start: '2022-01-04', end: '2022-01-04' });
    const undated = 'A man was arrested in the shooting of two men last Sunday.';
    expect(arrest(undated)).toMatchObject({ start: '2022-01-02', end: '2022-01-06' });
  });

  it('is none of what was done by other means', () => {
    const told = mentionsOf('A long day', [
      'Freedonia defended its missile strikes on Springfield.',
      'The embassy bombing on 20 December killed 40 people in Shelbyville.',
    ]);
    const strike = told.find(({ what }) => /^Shelling/.test(what.acledSubEventType ?? ''));
    expect(strike?.when).toMatchObject({ start: null });
  });

  it('of an arrest is none that other sentences tell of', () => {
    const told = mentionsOf('Man arrested', [
      'Officers arrested a man in the port.',
      'Two women were shot dead in a bar on Monday.',
      'They were shot on Monday night.',
    ]);
    const of = (type: string) => told.find(({ what }) => what.acledSubEventType === type)?.when;
    expect(of('Arrests')).toMatchObject({ start: '2022-01-03', end: '2022-01-06' });
    expect(of('Attack')).toMatchObject({ start: '2022-01-03' });
  });

  it('of what came out long after is not that of the act of speaking', () => {
    const said = 'The firm said on Monday that hackers had stolen records in a cyber attack.';
    expect(when('Firm hit by cyber attack', said).start).toBeNull();
    const records = 'Records, dated between 2011 and 2016, were stolen in a cyber attack.';
    expect(when('Firm hit by cyber attack', records).start).toBeNull();
  });

  it('lies in the stretch that its own words tell, whatever day others have', () => {
    const told = mentionsOf('Two attacks', [
      'Six people were killed in a suicide bombing in Springfield on Monday.',
      'Meanwhile, 75 civilians were killed in Shelbyville in army shelling last month.',
    ]);
    const killed = (n: number) =>
      told.find(({ casualties }) => casualties.killed?.best === n)?.when;
    expect(killed(6)).toMatchObject({ start: '2022-01-03', end: '2022-01-03' });
    expect(killed(75)).toMatchObject({ start: '2021-12-01', end: '2021-12-31' });
  });

  it('is none of the page’s own', () => {
    const told = when('Man shot dead', 'Updated: 2022-01-05 06:50 A man was shot in Springfield.');
    expect(told.start).toBeNull();
  });

  it('counts from the day of the first posting', () => {
    const told = when(
      'Man shot dead',
      'Posted: Friday, December 24, 2021 Updated: Thursday, January 6, 2022',
      'A man was shot dead in Springfield on Monday.',
    );
    expect(told.start).toBe('2021-12-20');
  });

  it('is none that only points back to a day that was never told', () => {
    const told = when('Man shot dead', 'A man was shot dead in Springfield that night.');
    expect(told.start).toBeNull();
  });

  it('is not guessed', () => {
    const told =
      'Officers told a conference on Tuesday that the man had been shot in self-defense.';
    expect(when('Man shot dead', told).start).toBeNull();
    expect(when('Man shot dead', 'A man was shot dead in Springfield.').start).toBeNull();
  });
});
