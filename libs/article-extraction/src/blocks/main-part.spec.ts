import { describe, expect, it } from '@jest/globals';
import { factsOf } from '../testing/facts-of.js';
import { mainPart } from './main-part.js';

const prose =
  '<p>The price of bread rose again on Monday, the ministry of trade said in a statement.</p>';
const mainOf = (html: string) => mainPart(factsOf(html));

describe('the main part of a page', () => {
  it('is the deepest element with most of the prose', () => {
    const { root, first, last } = mainOf(
      `<div id=page><p>Home</p><div id=story>${prose.repeat(3)}<p>x</div>${prose}</div>`,
    );
    expect([root.get('id'), first, last]).toEqual(['story', 1, 3]);
  });

  it('is no single paragraph', () => {
    expect(mainOf(`<div id=story>${prose}<p>x</div>`).root.get('id')).toBe('story');
  });

  it('is not what is named as beside the article, however much prose it has', () => {
    const comments = `<div class=comments>${prose.repeat(4)}</div>`;
    const html = `<div id=page><div id=story>${prose.repeat(8)}</div>${comments}</div>`;
    const { root, clean, cleanIn } = mainOf(html);
    expect(root.get('id')).toBe('story');
    expect(clean).toEqual([...Array<boolean>(8).fill(true), ...Array<boolean>(4).fill(false)]);
    expect(cleanIn[0]).toBe(cleanIn[root.order]);
  });

  it('is the whole page where there is no prose', () => {
    expect(mainOf('<div><p>Home</div>')).toMatchObject({ root: { order: 0 }, first: -1, last: -1 });
  });
});
