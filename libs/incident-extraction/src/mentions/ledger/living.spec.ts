import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../../testing/mentions.js';

const toll = (title: string, ...paragraphs: string[]) => {
  const { killed, injured } = mentionsOf(title, paragraphs)[0]!.casualties;
  return [killed?.best ?? null, injured?.best ?? null];
};

describe('the living beside the dead', () => {
  it('are all whom someone shot who then killed himself', () => {
    expect(
      toll(
        'Man shoots two women, girl before turning gun on himself',
        'A man shot two women and a young girl before fatally shooting himself on Monday.',
      ),
    ).toEqual([1, 3]);
  });

  it('are all men where a woman died', () => {
    expect(
      toll(
        'Student killed in shooting',
        'A 19-year-old woman was killed on Monday.',
        'Three men who were with her received gunshot wounds.',
      ),
    ).toEqual([1, 3]);
  });

  it('are the other victims, not fewer by the dead', () => {
    expect(
      toll(
        'Ann Roe, 19, shot and killed at party',
        'Ann Roe, 19, was shot and killed on Monday.',
        'The other three victims were a woman and two men.',
      ),
    ).toEqual([1, 3]);
  });

  it('are so many as were shot, “including one who died”', () => {
    expect(
      toll(
        'One killed, three wounded in shooting',
        'Police look for a man who shot four others, including one who died.',
      ),
    ).toEqual([1, 3]);
    expect(
      toll('Shooting at party', 'Five were involved in a shooting, including one dead.'),
    ).toEqual([1, null]);
  });

  it('are more than “both” of whom was told last', () => {
    expect(
      toll(
        'Four shot in Springfield',
        'Four people were shot on Monday.',
        'A girl, 5, and a boy, 7, were shot in the leg.',
        'A woman, 30, was shot in the arm, and a man, 19, was shot in the foot.',
        'Both are in good condition.',
      ),
    ).toEqual([null, 4]);
  });

  it('are one more by a fourth victim whom the lead does not count', () => {
    expect(
      toll(
        'Woman, two others shot at club',
        'Three people were shot at a club on Monday.',
        'The club was closed.',
        'It opens at ten.',
        'It is near a park.',
        'A fourth victim was also injured.',
      ),
    ).toEqual([null, 4]);
  });

  it('are whoever is told to recover, though another died', () => {
    expect(
      toll(
        'Inmate shoots guards at court',
        'Two guards were killed on Monday.',
        'A clerk was shot, but is expected to be OK.',
        'The inmate, identified as 44-year-old Bob Gordon, was killed by other officers.',
      )[1],
    ).toBe(1);
  });

  it('are the mother who is shot beside her children', () => {
    expect(
      toll(
        'Man charged in attack on family',
        'A man is accused of murdering four of his children and shooting their mother.',
      ),
    ).toEqual([4, 1]);
  });

  it('are those whom the event “also” hurt, however the dead are called', () => {
    expect(
      toll(
        'Men indicted in shooting death of girl',
        "Two men were charged with killing A'naya Roe, 3.",
        'The girl, identified as A’naya Ann Roe, died of gunshot wounds.',
        'The shooting also injured a 39-year-old man and a 26-year-old man.',
      ),
    ).toEqual([1, 2]);
  });

  it('are the whole of whom a part is told', () => {
    expect(
      toll('Two of five victims in shooting are students', 'Five people were shot on Monday.'),
    ).toEqual([null, 5]);
  });
});

describe('the dead', () => {
  it('are not two for a daughter, several grandchildren and herself', () => {
    expect(
      toll(
        'Grandmother kills daughter, grandchildren, self',
        'A woman killed her 30-year-old daughter and two young grandchildren before turning the gun on herself.',
      )[0],
    ).toBe(4);
  });

  it('are “the three found dead”', () => {
    expect(
      toll('Shooting in home', 'Police have identified the three found dead in a home.')[0],
    ).toBe(3);
  });
});
