import { describe, expect, it } from '@jest/globals';
import type { XmlElement } from './element.js';
import { isElement, ownText } from './element.js';
import { readTree } from './tree.js';

const surroundings = { base: 'http://a.org/x/', language: 'en' };
function tree(xml: string): XmlElement {
  const root = readTree(xml, surroundings, 64);
  if (!root) throw new Error('no root');
  return root;
}
const childOf = (element: XmlElement) => element.children.find(isElement) as XmlElement;

describe('a tree', () => {
  it('keeps the order of text and elements', () => {
    const { children } = tree('<a>1<b>2</b>3<![CDATA[<4>]]>&amp;&#53;</a>');
    expect(children).toEqual(['1', expect.objectContaining({ name: 'b' }), '3<4>&5']);
  });

  it('knows an element by its namespace, not by the prefix that it was given', () => {
    const root = tree('<x:feed xmlns:x="http://www.w3.org/2005/Atom"><x:Title/></x:feed>');
    expect(root.name).toBe('feed');
    expect(childOf(root).name).toBe('title');
    expect(tree('<t xmlns="http://purl.org/dc/elements/1.1/"/>').name).toBe('dc_t');
  });

  it('takes a prefix without a namespace as it stands', () => {
    expect(tree('<media:title/>').name).toBe('media_title');
    expect(tree('<m:t xmlns:m="http://example.org/"/>').name).toBe('m_t');
  });

  it('ends a namespace where its element ends', () => {
    const root = tree('<r><a xmlns="http://purl.org/dc/elements/1.1/"/><b/></r>');
    expect(root.children.map((child) => (child as XmlElement).name)).toEqual(['dc_a', 'b']);
  });

  it('has attributes in lower case, known namespaces by their known prefix', () => {
    const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
    const { attributes } = tree(`<a HREF="X" Rel="Self" r:about="Q" xmlns:r="${rdf}" HREF="Y"/>`);
    expect(attributes.get('href')).toBe('X');
    expect(attributes.get('rel')).toBe('self');
    expect(attributes.get('rdf:about')).toBe('Q');
  });

  it('holds nothing when there is no element', () => {
    expect(readTree('text', surroundings, 64)).toBeNull();
  });
});

describe('what holds for an element', () => {
  it('is inherited: base and language', () => {
    const root = tree('<a xml:base="y/" xml:lang="de"><b/></a>');
    expect(childOf(root)).toMatchObject({ base: 'http://a.org/x/y/', language: 'de' });
  });

  it('starts with what the document came with', () => {
    expect(tree('<a/>')).toMatchObject({ base: 'http://a.org/x/', language: 'en' });
  });

  it('is revoked by an empty language, and no base that runs something is taken', () => {
    expect(tree('<a xml:lang="" xml:base="javascript:x"/>')).toMatchObject({
      base: 'http://a.org/x/',
      language: null,
    });
  });
});

describe('hostile names', () => {
  it('reach no prototype', () => {
    const root = tree(
      '<__proto__ __proto__="1" constructor="2"><toString>x</toString></__proto__>',
    );
    expect(root.name).toBe('__proto__');
    expect(ownText(childOf(root))).toBe('x');
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });

  it('is refused when it nests too deeply', () => {
    expect(() => readTree('<a>'.repeat(65), surroundings, 64)).toThrow(
      expect.objectContaining({ code: 'ERR_FEED_TOO_DEEP' }),
    );
  });
});
