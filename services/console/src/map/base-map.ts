import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { alpha3Of, countryName } from '../model/country.js';

export interface CountryProperties {
  /** ISO 3166 alpha-3; empty for what has no code, such as Somaliland. */
  readonly code: string;
  readonly name: string;
  /** Square degrees of the largest part: small countries are named late. */
  readonly extent: number;
}
export type Country = Feature<Polygon | MultiPolygon, CountryProperties>;

/** Natural Earth's countries as `world-atlas` packs them. */
export type WorldAtlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Countries of which Natural Earth knows the shape but ISO 3166 no number. */
const BY_NAME: Readonly<Record<string, string>> = { Kosovo: 'XKX' };

export function countriesOf(atlas: WorldAtlas): Country[] {
  const { features } = feature(atlas, atlas.objects.countries) as FeatureCollection<
    Polygon | MultiPolygon,
    { name: string }
  >;
  return features.map(({ type, id, geometry: round, properties }) => {
    const geometry = flat(round);
    const code = alpha3Of(String(id ?? '')) ?? BY_NAME[properties.name] ?? '';
    const name = code === '' ? properties.name : countryName(code);
    return {
      type,
      geometry,
      properties: { code, name, extent: areaOfRing(largestRing(geometry)) },
    };
  });
}

/** The shapes are of a globe: rings jump where they cross the date line, which a flat map must not. */
function flat(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map(unrolled) }
    : {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => rings.map(unrolled)),
      };
}

const POLE = -90;

/** A ring that goes on beyond 180° instead; one that goes round the world, as Antarctica's, is closed at its pole. */
function unrolled(ring: readonly Position[]): Position[] {
  let turn = 0;
  let last = ring[0]?.[0] ?? 0;
  const open = ring.map(([x = 0, y = 0]) => {
    turn += x - last > 180 ? -360 : x - last < -180 ? 360 : 0;
    last = x;
    return [x + turn, y];
  });
  if (turn === 0) return open;
  const [first, end] = [open[0] as Position, open.at(-1) as Position];
  return [...open, [end[0] as number, POLE], [first[0] as number, POLE], first];
}

/** Where a country's name stands: the middle of its largest part, which for France is not in the Atlantic. */
export function labelPoint(geometry: Polygon | MultiPolygon): Position {
  const ring = largestRing(geometry);
  let [x, y, twice] = [0, 0, 0];
  for (const [[ax, ay], [bx, by]] of edges(ring)) {
    const cross = ax * by - bx * ay;
    twice += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return twice === 0 ? (ring[0] ?? [0, 0]) : [x / (3 * twice), y / (3 * twice)];
}

function largestRing(geometry: Polygon | MultiPolygon): readonly Position[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.map(([outer = []]) => outer);
  return rings.reduce((best, ring) => (areaOfRing(ring) >= areaOfRing(best) ? ring : best), []);
}

function areaOfRing(ring: readonly Position[]): number {
  let twice = 0;
  for (const [[ax, ay], [bx, by]] of edges(ring)) twice += ax * by - bx * ay;
  return Math.abs(twice / 2);
}

type Corner = readonly [number, number];
function* edges(ring: readonly Position[]): Generator<readonly [Corner, Corner]> {
  for (let at = 0; at + 1 < ring.length; at += 1) {
    yield [ring[at] as unknown as Corner, ring[at + 1] as unknown as Corner];
  }
}
