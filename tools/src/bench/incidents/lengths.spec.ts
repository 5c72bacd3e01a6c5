import { describe, expect, it } from '@jest/globals';
import { textArticle } from '../../eval/sets/text-article.js';
import { evenly, joinedTo, longOnes, mixed } from './lengths.js';

const article = (title: string, ...paragraphs: string[]) =>
  textArticle({ id: title, title, text: paragraphs.join('\n\n'), publishedAt: null });
const words = (n: number) => Array.from({ length: n }, (_, i) => `w${i}`).join(' ');

describe('articles of one length', () => {
  it('are short ones joined and the last cut', () => {
    const joined = joinedTo(8, [article('One', words(3)), article('Two', words(9)), article('x')]);
    expect(joined.map(({ title, paragraphs }) => [title, paragraphs])).toEqual([
      ['One', ['w0 w1 w2', 'Two', 'w0 w1 w2']],
    ]);
  });

  it('are long ones cut, and short ones left out, where they are not joined', () => {
    const long = longOnes(5, [article('One', words(3)), article('Two', words(2), words(9))]);
    expect(long.map(({ paragraphs }) => paragraphs)).toEqual([['w0 w1', 'w0 w1']]);
  });
});

describe('a sample of a list', () => {
  it('is evenly spaced', () => {
    expect(evenly(3, [0, 1, 2, 3, 4, 5])).toEqual([0, 2, 4]);
  });

  it('is the list where there are not so many', () => {
    expect(evenly(9, [1, 2])).toEqual([1, 2]);
  });
});

describe('a mix', () => {
  const mix = mixed(0.15, Array<string>(50).fill('incident'), Array<string>(85).fill('other'));

  it('has the share that is wanted', () => {
    expect(mix).toHaveLength(100);
    expect(mix.filter((each) => each === 'incident')).toHaveLength(15);
  });

  it('has them spread', () => {
    const first = mix.slice(0, 20).filter((each) => each === 'incident');
    expect(first).toHaveLength(3);
  });
});
