import { describe, expect, it } from '@jest/globals';
import { inEntry, inItem } from '../testing/read-feed.js';
import { looksLikeHtml, mediaType } from './text.js';

const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"';
const summary = (xml: string) => inEntry(xml).texts.get('summary');

describe('the type of a text', () => {
  it('is a media type, short for some', () => {
    expect(mediaType('TEXT')).toBe('text/plain');
    expect(mediaType('xhtml')).toBe('application/xhtml+xml');
    expect(mediaType('image/png')).toBe('image/png');
    expect(mediaType('constructor')).toBe('constructor');
  });

  it('is guessed for RSS, which does not say', () => {
    expect(inItem('<title>a &lt;b&gt;c&lt;/b&gt;</title>').texts.get('title')?.type).toBe(
      'text/html',
    );
    expect(inItem('<title>a &lt; b</title>').texts.get('title')?.type).toBe('text/plain');
  });

  it('is not guessed for Atom, which does', () => {
    expect(inEntry('<title>&lt;b&gt;c&lt;/b&gt;</title>').texts.get('title')?.type).toBe(
      'text/plain',
    );
  });

  it('is HTML by closing tags and references, if all of them are known', () => {
    expect(looksLikeHtml('<i>x</i>')).toBe(true);
    expect(looksLikeHtml('caf&eacute;')).toBe(true);
    expect(looksLikeHtml('vector<int></int>')).toBe(false);
    expect(looksLikeHtml('a &bogus; <b>b</b>')).toBe(false);
    expect(looksLikeHtml('a < b, c > d')).toBe(false);
  });
});

describe('markup in a text', () => {
  it('is told by XHTML, its wrapping div left out', () => {
    const xml = `<summary type="xhtml"> <div ${XHTML}>a &lt; <b title="&quot;">c</b><br/></div> </summary>`;
    expect(summary(xml)).toMatchObject({
      type: 'application/xhtml+xml',
      value: 'a &lt; <b title="&quot;">c</b><br>',
    });
  });

  it('keeps divs that wrap only parts', () => {
    const xml = `<summary type="xhtml"><div ${XHTML}>a</div><div ${XHTML}>b</div></summary>`;
    expect(summary(xml)?.value).toBe('<div>a</div><div>b</div>');
  });

  it('is seen although the text was declared escaped', () => {
    expect(inItem('<description><p>a</p></description>').texts.get('summary')).toMatchObject({
      type: 'application/xhtml+xml',
      value: '<p>a</p>',
    });
  });

  it('names its vocabulary where it draws', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
    expect(summary(`<summary type="xhtml"><div ${XHTML}>${svg}</div></summary>`)?.value).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    );
  });
});

describe('a text in base64', () => {
  it('is decoded by mode or by type', () => {
    expect(summary('<summary type="text/html" mode="base64">PGI+eDwvYj4=</summary>')?.value).toBe(
      '<b>x</b>',
    );
    expect(summary('<summary type="application/x">aGk=</summary>')?.value).toBe('hi');
  });

  it('stays as it is when it is none', () => {
    expect(summary('<summary type="image/png">a</summary>')?.value).toBe('a');
    expect(summary('<summary type="image/png">/w==</summary>')?.value).toBe('/w==');
  });
});

describe('what a text carries along', () => {
  it('is its base, its language and where it is instead', () => {
    const xml = '<content xml:base="/x/" xml:lang="de_AT" src="c.png" type="image/png"/>';
    expect(inEntry(xml).contents[0]).toEqual({
      value: '',
      type: 'image/png',
      base: 'https://news.example/x/',
      language: 'de-AT',
      src: 'c.png',
    });
  });
});
