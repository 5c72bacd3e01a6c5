import { describe, expect, it } from '@jest/globals';
import { isPersonName, namesIn } from './person-names.js';

const names = (text: string) => namesIn(text).map(({ name }) => name);

describe('the names in a byline', () => {
  it.each([
    ['By Ann Lee and Bob Ray', ['Ann Lee', 'Bob Ray']],
    ['ANN LEE, BOB RAY', ['ANN LEE', 'BOB RAY']],
    ['Von Anna Müller und Bernd Groß', ['Anna Müller', 'Bernd Groß']],
    ['Par Anne Dupont et Luc Petit', ['Anne Dupont', 'Luc Petit']],
    ['Por Ana Ruiz y Luis Gil', ['Ana Ruiz', 'Luis Gil']],
    ['José Ortega y Gasset', ['José Ortega y Gasset']],
    ['di Anna Rossi', ['Anna Rossi']],
    ['Автор: Анна Иванова', ['Анна Иванова']],
    ['بقلم: أحمد علي', ['أحمد علي']],
    ['מאת דנה לוי', ['דנה לוי']],
    ['記者 王小明', ['王小明']],
    ['홍길동 기자', ['홍길동']],
    ['Ludwig van Beethoven', ['Ludwig van Beethoven']],
    ['Robert Moffit, Ph.D.', ['Robert Moffit']],
    ['James Presbitero Jr.', ['James Presbitero Jr.']],
    ['James O&#39;Neil', ["James O'Neil"]],
    ['<a href="/ann">Ann Lee</a>', ['Ann Lee']],
    ['Ann Lee -', ['Ann Lee']],
    ['© Ann Lee', ['Ann Lee']],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected));

  it.each([
    'https://example.org/ann',
    'ann@example.org',
    '@annlee',
    'Published 2 May',
    'By',
    'the whole of the story in six words',
    '',
  ])('are none in %j', (text) => expect(names(text)).toEqual([]));

  it('are told from groups', () => {
    const groups = (text: string) => namesIn(text).map(({ isGroup }) => isGroup);
    expect(groups('Ann Lee, Political Editor')).toEqual([false, true]);
    expect(groups('The Associated Press')).toEqual([true]);
    expect(groups('Redaktion')).toEqual([true]);
    expect(groups('Paul Newsom')).toEqual([false]);
  });

  it('are looked for at the head of a long text', () => {
    expect(namesIn('Ann Lee, '.repeat(100_000)).length).toBeLessThanOrEqual(25);
    expect(namesIn(`By ${'and '.repeat(100_000)}`)).toEqual([]);
  });
});

describe('a person’s name', () => {
  it.each(['Ann Lee', 'Ludwig van Beethoven', '王小明', '홍길동', 'أحمد علي', 'Ann-Marie O’Hara'])(
    'is %s',
    (name) => expect(isPersonName(name)).toBe(true),
  );
  it.each(['London', 'Read the story', 'News Desk', 'Ann says so', 'Ann Lee 2'])(
    'is not %s',
    (name) => expect(isPersonName(name)).toBe(false),
  );
});
