import { expect, it } from '@jest/globals';
import { kmBetween } from './distance.js';

it.each([
  ['nothing from itself', [40, -83, 40, -83], 0],
  ['a tenth of a degree of latitude', [40, -83, 40.1, -83], 11.12],
  ['half as much of longitude at sixty degrees', [60, 10, 60, 10.1], 5.56],
] as const)('a point is %s away', (_, [lat1, lon1, lat2, lon2], km) => {
  expect(kmBetween(lat1, lon1, lat2, lon2)).toBeCloseTo(km, 6);
});
