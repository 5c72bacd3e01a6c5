import { describe, expect, it } from '@jest/globals';
import { pageOf } from '../testing/evidence-of.js';
import { loadBodyModel } from './body-model.js';
import { readBody } from './read-body.js';

const model = loadBodyModel();
const sentences = [
  'The price of bread rose again on Monday, the ministry of trade said in a statement.',
  'Bakers in the capital said that flour had become scarce, and that more of them would close.',
  '“We have not seen such prices in ten years,” said the owner of a bakery near the old harbour.',
  'Wheat is imported by sea, and ships have been late since the storms of the past two weeks.',
];
const paragraphs = sentences.map((one, at) => `${one} ${sentences[(at + 1) % 4]}`);
const title = 'Bread is dearer again';
const links = ['Weather', 'Sport', 'Opinion', 'Contact us']
  .map((each) => `<li><a href="/${each}">${each}</a></li>`)
  .join('');
const html = `<body><nav><ul>${links}</ul></nav><article><h1>${title}</h1>
<figure><img src="/b.jpg"><figcaption>${sentences[3]}</figcaption></figure>
${paragraphs.map((each) => `<p>${each}</p>`).join('')}<p>Advertisement</p></article>
<div class="related-links"><ul>${links}</ul></div><footer><p>© 2026 Example News</p></footer>`;

describe('the body of a clear page', () => {
  const page = pageOf(html);
  const statements = { title, description: '', articleBody: '', authors: [], siteName: '' };
  const headline = page.elements.find(({ name }) => name === 'h1') ?? null;
  const url = 'https://news.example.org/a';
  const body = readBody(page, model, { statements, headline, url });

  it('is its paragraphs, without title, caption, menus and machinery', () => {
    expect(body.paragraphs).toEqual(paragraphs);
  });

  it('has its images apart, with their captions', () => {
    expect(body.images).toEqual([{ url: 'https://news.example.org/b.jpg', caption: sentences[3] }]);
  });

  it('is nothing on an empty page', () => {
    const empty = readBody(pageOf(''), model, { statements, headline: null, url });
    expect(empty).toEqual({ paragraphs: [], images: [] });
  });
});
