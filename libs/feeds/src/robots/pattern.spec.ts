import { describe, expect, it } from '@jest/globals';
import { compilePattern, robotsPath } from './pattern.js';

const allow = (pattern: string, path: string) =>
  compilePattern('allow', pattern).strength(robotsPath(path));
const disallow = (pattern: string, path: string) =>
  compilePattern('disallow', pattern).strength(robotsPath(path));

describe('a rule', () => {
  it.each([
    ['/fish', '/fish/salmon', 5],
    ['/fish', '/Fish', -1],
    ['/*.php', '/a/b.php?x', 6],
    ['/*.php$', '/a/b.php', 7],
    ['/*.php$', '/a/b.php?x', -1],
    ['/a*b*c', '/axxbyyc', 6],
    ['/a*b*c', '/axxcyyb', -1],
    ['/a$', '/a', 3],
    ['/a*$', '/abc', 4],
    ['*', '/x', 1],
    ['', '/x', 0],
    ['/ab*ab$', '/ab', -1],
  ])('%s speaks of %s with strength %i', (pattern, path, strength) => {
    expect(allow(pattern, path)).toBe(strength);
  });

  it('in other letters is compared by its escapes', () => {
    expect(allow('/ツ', '/%E3%83%84')).toBe(10);
    expect(allow('/%e3%83%84', '/%E3%83%84')).toBe(10);
  });

  it('that permits needs the spelling of the path, one that forbids needs none', () => {
    expect(allow('/%7Ejoe', '/~joe')).toBe(-1);
    expect(disallow('/%7Ejoe', '/~joe')).toBeGreaterThan(0);
    expect(disallow('/~joe', '/%7ejoe')).toBeGreaterThan(0);
  });
});
