import { describe, expect, it } from '@jest/globals';
import { messageOf } from '../testing/messages.js';
import { acceptVersions } from './accept-versions.js';
import { incomingArticle } from './incoming-article.js';

const of = (version: number, text = 'same words') =>
  incomingArticle(messageOf('a', { text, version }));
const known = (version: number) => [of(version).article];

describe('a version, against what is known', () => {
  it('is new when nothing is', () => expect(acceptVersions([of(1)], [])).toEqual(['new']));
  it('replaces an older one of other content', () =>
    expect(acceptVersions([of(2, 'other words')], known(1))).toEqual(['replacing']));
  it('is unchanged with equal content', () =>
    expect(acceptVersions([of(2)], known(1))).toEqual(['unchanged']));
  it('is repeated when it is the known one', () =>
    expect(acceptVersions([of(2)], known(2))).toEqual(['repeated']));
  it('is stale when it is older', () =>
    expect(acceptVersions([of(1)], known(2))).toEqual(['stale']));
});

describe('the versions of one batch', () => {
  it('count by the newest alone: the others are stale', () =>
    expect(acceptVersions([of(1), of(3), of(2)], [])).toEqual(['stale', 'new', 'stale']));
  it('count once when one comes twice', () =>
    expect(acceptVersions([of(3), of(3)], [])).toEqual(['new', 'repeated']));
});
