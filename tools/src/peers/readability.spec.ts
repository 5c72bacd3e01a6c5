import { describe, expect, it } from '@jest/globals';
import { readArticle, readText } from './readability.js';

const SENTENCE =
  'The river rose by two metres in the night, and the old bridge was closed to all. ';
const paragraph = (start: string) => `<p>${start} ${SENTENCE.repeat(3)}</p>`;
const page = (body: string) =>
  `<!doctype html><html><head><title>Flood</title></head><body>${body}</body></html>`;
const article = `<article>${paragraph('One')}${paragraph('Two')}<ul><li>three</li><li>four</li></ul></article>`;

describe('the peer', () => {
  it('finds the article and leaves out what stands around it', () => {
    const nav = '<nav><ul><li><a href="/">Home</a></li></ul></nav>';
    const found = readArticle(page(nav + article));
    expect(found?.title).toBe('Flood');
    expect(found?.textContent).toContain('One The river');
    expect(found?.textContent).not.toContain('Home');
  });

  it('gives its text block by block', () => {
    const blocks = readText(page(article)).split('\n\n');
    expect(blocks).toEqual([
      `One ${SENTENCE.repeat(3).trim()}`,
      `Two ${SENTENCE.repeat(3).trim()}`,
      'three',
      'four',
    ]);
  });

  it('also reads a page that has no html element', () => {
    expect(readText(article)).toContain('Two The river');
  });

  it('says nothing of a page without text', () => {
    expect(readText(page('<img src="a.jpg">'))).toBe('');
  });
});
