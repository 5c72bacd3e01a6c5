import { describe, expect, it } from '@jest/globals';
import { knownPrefix } from './namespaces.js';

describe('a namespace', () => {
  it('is known whatever the case of its address', () => {
    expect(knownPrefix('http://purl.org/dc/elements/1.1/')).toBe('dc');
    expect(knownPrefix('http://www.itunes.com/DTDs/PodCast-1.0.dtd')).toBe('itunes');
    expect(knownPrefix(' http://SEARCH.yahoo.com/mrss ')).toBe('media');
  });

  it("has no prefix when it is a syndication format's own", () => {
    expect(knownPrefix('http://www.w3.org/2005/Atom')).toBe('');
    expect(knownPrefix('http://backend.userland.com/rss092')).toBe('');
  });

  it('is foreign otherwise', () => {
    expect(knownPrefix('http://example.org/ns')).toBeUndefined();
    expect(knownPrefix('')).toBeUndefined();
  });
});
