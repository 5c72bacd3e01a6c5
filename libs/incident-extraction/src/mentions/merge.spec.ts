import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

const days = (title: string, ...paragraphs: string[]): (string | null)[] =>
  mentionsOf(title, paragraphs).map((m) => m.when.start);

describe('what belongs to one incident', () => {
  it('is merged over title, lead and details', () => {
    expect(
      mentionsOf('Two shot in Springfield', [
        'Two men were shot on Monday in Springfield.',
        'The shooting followed a quarrel.',
      ]),
    ).toHaveLength(1);
  });

  it('takes its day from a sentence that only says when it happened', () => {
    expect(
      days('Man shot in park', 'A man was shot in a park.', 'It happened on Tuesday night.'),
    ).toEqual(['2022-01-04']);
  });

  it('is a fight where the headline tells only of its dead', () => {
    const told = mentionsOf('At least five killed', [
      'Fighting between soldiers and rebels broke out in Springfield on Monday.',
      'The school was shut.',
    ]);
    expect(told).toMatchObject([
      { what: { acledSubEventType: 'Armed clash' }, casualties: { killed: { best: 5 } } },
    ]);
  });

  it('takes harm told without a cause', () => {
    const [mention] = mentionsOf('Bus crash near school', [
      'A bus crash shook the town.',
      'Three people died.',
    ]);
    expect(mention).toMatchObject({
      what: { family: 'accident' },
      casualties: { killed: { best: 3 } },
    });
  });
});

describe('a day beside a longer stretch', () => {
  it('keeps what has another day out, though the stretch holds both', () => {
    const told = mentionsOf('News', [
      'Rebels carried out a bomb attack this week.',
      'Ten men were killed in a bomb attack on Monday.',
      'Four men were killed in a bomb attack on Thursday.',
    ]);
    const killed = told.map(({ when, casualties }) => [when.start, casualties.killed?.best]);
    expect(killed).toContainEqual(['2022-01-03', 10]);
    expect(killed).toContainEqual(['2022-01-06', 4]);
  });
});

describe('a later day', () => {
  it('is no other incident’s where it is the day of a death', () => {
    expect(
      mentionsOf('Woman shot in park dies', [
        'Ann Roe died Wednesday of a wound that she suffered in a shooting.',
        'She was shot in a park on December 20.',
      ]),
    ).toHaveLength(1);
  });

  it('is the arrest’s beside a word of arrest', () => {
    const [arrest, killing] = mentionsOf('Man arrested in killing', [
      'A man was arrested on Wednesday in the killing of a woman who was shot dead on January 2.',
    ]);
    expect(arrest!.when.start).toBe('2022-01-05');
    expect(killing!.when.start).toBe('2022-01-02');
  });
});

describe('what is kept apart', () => {
  it('is another day', () => {
    expect(
      days('Two bombings', 'A bomb killed a man on Monday.', 'A bomb killed a woman on Wednesday.'),
    ).toEqual(['2022-01-03', '2022-01-05']);
  });

  it('is another town', () => {
    const places = mentionsOf('Bombs in two towns', [
      'A bomb killed two men in Springfield.',
      'A bomb killed four men in Shelbyville.',
    ]).map((m) => [m.where.place, m.casualties.killed?.best]);
    expect(places).toEqual([
      ['Springfield', 2],
      ['Shelbyville', 4],
    ]);
  });

  it('is another kind of happening', () => {
    const kinds = mentionsOf('Protest after shooting', [
      'A man was shot dead.',
      'A demonstration followed.',
    ]).map((m) => m.what.acledSubEventType);
    expect(kinds).toEqual(expect.arrayContaining(['Attack', 'Peaceful protest']));
  });

  it('is what the text calls another', () => {
    expect(
      mentionsOf('Gunmen kill two', [
        'Gunmen killed two men.',
        'In another attack a woman was killed.',
      ]),
    ).toHaveLength(2);
    expect(
      mentionsOf('Gunmen kill two', [
        'Gunmen killed two men.',
        'In a third incident gunmen killed a woman.',
      ]),
    ).toHaveLength(2);
  });

  it('is what a sentence tells of an earlier day that it opens with, in a place of its own', () => {
    const told = mentionsOf('Flood kills nine', [
      'Nine people were killed when a flood hit a village early on Tuesday.',
      'A day earlier, two people died in Shelbyville, also in a flood.',
    ]);
    expect(told.map(({ casualties }) => casualties.killed?.best)).toEqual([9, 2]);
  });
});

describe('whoever a pronoun tells of', () => {
  it('is whom the sentence before names, whatever towns the two name', () => {
    const incidents = mentionsOf('', [
      'Joan Hill, a woman from Shelbyville, was murdered on Tuesday.',
      'She had just left a shop in Springfield when a man shot her.',
    ]).filter(({ kind }) => kind === 'incident');
    expect(incidents).toHaveLength(1);
    expect(incidents[0]!.casualties.killed?.best).toBe(1);
    expect(incidents[0]!.casualties.injured).toBeNull();
  });
});

describe('what is kept apart in one article', () => {
  it('has a day, a place and dead of its own, where the others have none', () => {
    const killed = mentionsOf('At least 17 slain', [
      'At least 17 rebels were slain in the woods.',
      'Helicopters fired on them.',
      'A spokesman said 14 rebels were killed.',
      'The village was quiet.',
      'The snow was deep.',
      'In Springfield, police fatally shot four men on Tuesday at a checkpoint.',
    ]).map(({ casualties }) => casualties.killed?.best);
    expect(killed).toContain(4);
    expect(killed).not.toEqual([4]);
  });

  it('has other days by date', () => {
    expect(
      mentionsOf('Two kidnappings', [
        'Gunmen kidnapped a teacher on 3 January.',
        'Gunmen kidnapped a doctor on 4 January.',
      ]),
    ).toHaveLength(2);
  });

  it('happened to someone else by name, elsewhere', () => {
    expect(
      mentionsOf('Gunmen kill two mayors', [
        'Mayor Ana Diaz was killed by gunmen.',
        'Mayor Luis Oquendo was killed by gunmen in Shelbyville.',
      ]).length,
    ).toBeGreaterThan(1);
  });

  it('was done by other means', () => {
    expect(
      mentionsOf('A night of violence', [
        'Rebels bombed a bank.',
        'A judge was shot dead by gunmen.',
      ]),
    ).toHaveLength(2);
  });

  it('is one night over two days', () => {
    expect(
      mentionsOf('Bank bombed', [
        'Rebels bombed a bank on Tuesday night.',
        'The bombing early on Wednesday hurt nobody.',
      ]),
    ).toHaveLength(1);
  });
});

describe('a headline', () => {
  it('is one with the first sentence, which tells by what means', () => {
    expect(
      mentionsOf('Fatal attack on consulate', ['A car bomb at the consulate killed six people.']),
    ).toHaveLength(1);
  });
});

describe('what is told behind a mark of the page', () => {
  it('is a long sentence of its own', () => {
    const told = mentionsOf('Train derails near Springfield', [
      'Photo SPRINGFIELD — At least seven people were killed and dozens more were hurt when a train derailed near Springfield on Wednesday, police and hospital officials said.',
    ]);
    expect(told[0]!.when.start).toBe('2022-01-05');
    expect(told[0]!.casualties.killed?.low).toBe(7);
  });
});

describe('what is not told', () => {
  it('is page furniture and captions', () => {
    expect(mentionsOf('Town fair opens', ['Posted: bomb kills two men today'])).toEqual([]);
    expect(mentionsOf('Town fair opens', [], { captions: ['A bomb killed two men.'] })).toEqual([]);
  });
});

describe('what is told of as known', () => {
  it('is as old as it was in the sentence before', () => {
    const mentions = mentionsOf('Two farmers shot dead', [
      'Rebels kidnapped 200 girls in Springfield in April 2014.',
      'The mass abduction shocked the country.',
      'Rebels killed two farmers in Shelbyville on Tuesday.',
    ]);
    const abductions = mentions.filter(({ what }) => what.acledSubEventType?.startsWith('Abduc'));
    expect(abductions.map(({ background }) => background)).toEqual([true]);
  });
});

describe('towns', () => {
  it('keep happenings apart though the first area holds them both', () => {
    const mentions = mentionsOf('Bus hit by bomb', [
      'A bomb killed 13 soldiers on a bus in Illinois.',
      'A bomb hit the bus at a market in Springfield.',
      'It comes a week after 44 people were killed in a bomb attack in Shelbyville.',
    ]);
    expect(mentions[0]).toMatchObject({
      where: { place: 'Springfield' },
      casualties: { killed: { best: 13 } },
    });
  });
});
