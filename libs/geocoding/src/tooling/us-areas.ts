import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import { centroidOfLargest } from './centroid.js';
import type { Geometry } from './centroid.js';

/** A point in degrees: latitude, longitude. */
export type Point = readonly [number, number];

interface Area {
  /** FIPS code: two digits of a state, three more of a county. */
  readonly id: string;
  readonly properties: { readonly name: string };
  readonly geometry: Geometry;
}

/**
 * Middles of the United States' states by name, and of their counties by "state/code" with the county's
 * three digits, from the outlines of the Census Bureau in the npm package us-atlas.
 */
export function usAreas(): ReadonlyMap<string, Point> {
  const require = createRequire(import.meta.url);
  const topology = require('us-atlas/counties-10m.json') as Parameters<typeof feature>[0];
  const areas = (layer: string): Area[] => {
    const found: unknown = feature(topology, topology.objects[layer] as never);
    return (found as { features: Area[] }).features;
  };
  const states = areas('states');
  const names = new Map(states.map(({ id, properties }) => [id, properties.name]));
  const key = ({ id }: Area) =>
    id.length === 2 ? (names.get(id) ?? '') : `${names.get(id.slice(0, 2))}/${id.slice(2)}`;
  return new Map(
    [...states, ...areas('counties')].map((area) => [key(area), centroidOfLargest(area.geometry)]),
  );
}
