import { describe, expect, it } from '@jest/globals';
import { statement } from './bind.js';
import { boxCriterion, circleCriterion } from './places.js';

describe('a search by place', () => {
  it('narrows a box by cells and checks it exactly', () => {
    const { facets, check } = boxCriterion('bbox', '76.5,43,77.5,43.5');
    expect(facets?.length).toBeGreaterThan(0);
    expect(statement((bind) => check!(bind)).params).toEqual([76.5, 77.5, 43, 43.5]);
  });

  it('over the date line takes both sides', () => {
    const { sql } = statement((bind) => boxCriterion('bbox', '170,-10,-170,10').check!(bind));
    expect(sql).toContain('longitude >= $1::float8 OR longitude <= $2::float8');
  });

  it('narrows the whole world by nothing', () =>
    expect(boxCriterion('bbox', '-180,-90,180,90').facets).toBeUndefined());

  it('measures a circle on the sphere', () => {
    const { sql, params } = statement((bind) => circleCriterion('43.25,76.95', '20').check!(bind));
    expect(sql).toContain('asin');
    expect(params.slice(-3)).toEqual([43.25, 76.95, 20]);
  });

  it.each([
    () => boxCriterion('bbox', '1,2,3'),
    () => boxCriterion('bbox', '1,2,3,1'),
    () => boxCriterion('bbox', '1,95,3,99'),
    () => circleCriterion('43', '20'),
    () => circleCriterion('43,76', '0'),
    () => circleCriterion('43,76', '3000'),
  ])('refuses what is no place: %s', (parse) =>
    expect(parse).toThrow(expect.objectContaining({ status: 400 })),
  );
});
