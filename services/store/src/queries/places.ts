import { badQuery } from '../api/problem.js';
import { boxAround, cellsCovering, EARTH_KM, type Box } from '../facets/cells.js';
import type { Bind } from './bind.js';
import type { Criterion } from './criterion.js';
import { decimal } from './values.js';

const MAX_RADIUS_KM = 2_000;

/** `west,south,east,north`, as GeoJSON orders it; west beyond east crosses the date line. */
export function boxCriterion(name: string, value: string): Criterion {
  const parts = value.split(',');
  if (parts.length !== 4) throw badQuery(`${name} must be west,south,east,north in degrees.`);
  const [west, south, east, north] = parts.map((part, n) =>
    decimal(name, part, n % 2 === 0 ? -180 : -90, n % 2 === 0 ? 180 : 90),
  ) as [number, number, number, number];
  if (south > north) throw badQuery(`${name}: south must not lie north of north.`);
  const box = { west, south, east, north };
  return { ...cellsIn(box), check: (bind) => insideBox(box, bind) };
}

/** A circle on the sphere. `near` is `latitude,longitude`, `radius` km. */
export function circleCriterion(near: string, radius: string): Criterion {
  const parts = near.split(',');
  if (parts.length !== 2) throw badQuery('near must be latitude,longitude in degrees.');
  const latitude = decimal('near', parts[0] as string, -90, 90);
  const longitude = decimal('near', parts[1] as string, -180, 180);
  const km = decimal('radiusKm', radius, 0.001, MAX_RADIUS_KM);
  const box = boxAround(latitude, longitude, km);
  return {
    ...cellsIn(box),
    check: (bind) =>
      `${insideBox(box, bind)} AND ${distanceSql(bind(latitude), bind(longitude))} <= ${bind(km)}::float8`,
  };
}

function cellsIn(box: Box): Pick<Criterion, 'facets'> {
  const facets = cellsCovering(box);
  return facets === null ? {} : { facets };
}

function insideBox({ south, west, north, east }: Box, bind: Bind): string {
  const [w, e] = [`${bind(west)}::float8`, `${bind(east)}::float8`];
  const between =
    west <= east ? `longitude BETWEEN ${w} AND ${e}` : `(longitude >= ${w} OR longitude <= ${e})`;
  return `latitude BETWEEN ${bind(south)}::float8 AND ${bind(north)}::float8 AND ${between}`;
}

/** Great-circle distance in km by the haversine formula. */
const distanceSql = (latitude: string, longitude: string): string =>
  `(2 * ${EARTH_KM} * asin(least(1, sqrt(
    power(sin(radians(latitude - ${latitude}::float8) / 2), 2) +
    cos(radians(${latitude}::float8)) * cos(radians(latitude)) *
    power(sin(radians(longitude - ${longitude}::float8) / 2), 2)))))`;
