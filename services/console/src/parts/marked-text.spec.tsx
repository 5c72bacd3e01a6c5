import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { highlight } from '../evidence/highlight.js';
import { claim } from '../testing/incident.js';
import { MarkedText } from './marked-text.js';

function markup(title: string, paragraph: string, quote: string, chosen = -1): string {
  const start = `${title}\n\n${paragraph}`.indexOf(quote);
  const of = claim({ quote, start, end: start + quote.length }).claim;
  const { blocks } = highlight({ title, paragraphs: [paragraph] }, [of]);
  return renderToStaticMarkup(<MarkedText blocks={blocks} chosen={chosen} />);
}

describe('an article with its quotes marked', () => {
  it('marks them, and the chosen one more strongly', () => {
    expect(markup('Title', 'Two people died.', 'Two people')).toBe(
      '<h3>Title</h3><p class="body"><mark>Two people</mark> died.</p>',
    );
    expect(markup('Title', 'Two people died.', 'Two people', 0)).toContain(
      '<mark class="chosen">Two people</mark>',
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    '</p></article><iframe src=javascript:alert(1)>',
    '&lt;script&gt;',
    '{{constructor.constructor("alert(1)")()}}',
  ])('shows %s as the letters that it is', (hostile) => {
    const html = markup(hostile, `They wrote ${hostile} there.`, hostile);
    const text = html.replaceAll(/<\/?(h3|p|mark)( class="body")?>/g, '');
    expect(text).not.toMatch(/[<>]/);
    const letters = text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    expect(letters).toBe(`${hostile}They wrote ${hostile} there.`);
  });
});
