import { describe, expect, it } from '@jest/globals';
import { articleText } from './article.js';

describe('the text that offsets point into', () => {
  it('is title, body and captions in this order, between blank lines', () => {
    const article = { title: 'T', paragraphs: ['p1', 'p2'], captions: ['c'] };
    expect(articleText(article)).toBe('T\n\np1\n\np2\n\nc');
  });

  it('is the title alone when there is nothing else', () => {
    expect(articleText({ title: 'T', paragraphs: [], captions: [] })).toBe('T');
  });

  it('counts in UTF-16 code units, as slice takes them', () => {
    const text = articleText({ title: '🔔', paragraphs: ['bell'], captions: [] });
    expect(text.slice(4)).toBe('bell');
  });
});
