import type { ListedIncident } from '../model/listed-incident.js';
import type { Feature, Point, Polygon } from 'geojson';
import { weightOf } from '../model/format-figures.js';
import { shortPlace, uncertaintyKm } from '../model/format-place.js';
import { kindOf, type KindKey } from '../model/incident-kind.js';
import { circle } from './circle.js';

/** What a sign on the map carries. */
export interface SignProperties {
  readonly id: string;
  readonly kind: KindKey;
  /** Name of its picture: filled for a place, hollow for somewhere in an area. */
  readonly icon: string;
  /** Of the picture, 1 for a toll of about five. */
  readonly size: number;
  /** Pixels away from the place, for those that share it. */
  readonly offset: readonly [number, number];
  readonly label: string;
  readonly killed: number;
}

export interface MapFeatures {
  readonly points: readonly Feature<Point, SignProperties>[];
  /** Where it may have been, for all that is known. */
  readonly areas: readonly Feature<Polygon, { readonly id: string }>[];
  /** ISO 3166 alpha-3 → incidents of which no more than the country is known. */
  readonly countries: ReadonlyMap<string, number>;
  /** Incidents of which not even that is known. */
  readonly nowhere: number;
}

export const iconName = (kind: KindKey, isHollow: boolean): string =>
  `${kind}-${isHollow ? 'hollow' : 'full'}`;

/** Grows with the order of magnitude: a thousand dead must not cover the country. */
export const sizeOf = (weight: number): number => 0.7 + 0.4 * Math.log10(1 + weight);

/** The incidents as they are drawn: as fine as their text is, and no finer. */
export function featuresOf(incidents: readonly ListedIncident[]): MapFeatures {
  const placed = incidents.filter(
    ({ where }) => where.latitude !== null && where.longitude !== null,
  );
  const shared = Map.groupBy(placed, ({ where }) => `${where.latitude}/${where.longitude}`);
  const countries = new Map<string, number>();
  let nowhere = 0;
  for (const { where } of incidents) {
    if (where.latitude !== null && where.longitude !== null) continue;
    if (where.countryIso3 === null) nowhere += 1;
    else countries.set(where.countryIso3, (countries.get(where.countryIso3) ?? 0) + 1);
  }
  return {
    points: [...shared.values()].flatMap((group) =>
      group.map((incident, at) => sign(incident, ringPlace(at, group.length))),
    ),
    areas: placed.flatMap((incident) => areaOf(incident) ?? []),
    countries,
    nowhere,
  };
}

function sign(
  incident: ListedIncident,
  offset: readonly [number, number],
): Feature<Point, SignProperties> {
  const { incidentId, where, casualties } = incident;
  const { key } = kindOf(incident);
  const killed = weightOf(casualties.killed);
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [where.longitude ?? 0, where.latitude ?? 0] },
    properties: {
      id: incidentId,
      kind: key,
      icon: iconName(key, uncertaintyKm(where.wherePrecision) !== null),
      size: sizeOf(Math.max(killed, weightOf(casualties.injured) / 4)),
      offset,
      label: shortPlace({ ...where, countryIso3: null }),
      killed,
    },
  };
}

/** The circle in which it may have been; undefined for an exact place and for none. */
export function areaOf({
  incidentId,
  where,
}: Pick<ListedIncident, 'incidentId' | 'where'>):
  Feature<Polygon, { readonly id: string }> | undefined {
  const radiusKm = uncertaintyKm(where.wherePrecision);
  if (radiusKm === null || where.latitude === null || where.longitude === null) return undefined;
  return {
    type: 'Feature',
    geometry: circle(where.latitude, where.longitude, radiusKm),
    properties: { id: incidentId },
  };
}

/** Those that share a place stand around it. */
function ringPlace(at: number, of: number): readonly [number, number] {
  if (of === 1) return [0, 0];
  const radius = 10 + 3 * of;
  const angle = (at / of) * 2 * Math.PI;
  return [Math.round(radius * Math.sin(angle)), Math.round(-radius * Math.cos(angle))];
}
