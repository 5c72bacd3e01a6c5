import { describe, expect, it } from '@jest/globals';
import { articlePath, incidentPath, routeOf } from './route.js';

describe('the page of a path', () => {
  it.each([
    ['/', { page: 'incidents' }],
    ['/pipeline', { page: 'pipeline' }],
    ['/incidents/i1', { page: 'incident', id: 'i1' }],
    ['/articles/a1', { page: 'article', id: 'a1' }],
    ['/incidents', { page: 'unknown' }],
    ['/incidents/', { page: 'unknown' }],
    ['/incidents/i1/more', { page: 'unknown' }],
    ['/incidents/%', { page: 'unknown' }],
    ['/elsewhere', { page: 'unknown' }],
  ])('%s is %j', (path, route) => expect(routeOf(path)).toEqual(route));

  it('is found again by ids of any characters', () => {
    for (const id of ['a/b', '%41', 'ü?#', '<script>']) {
      expect(routeOf(incidentPath(id))).toEqual({ page: 'incident', id });
      expect(routeOf(articlePath(id))).toEqual({ page: 'article', id });
    }
  });
});
