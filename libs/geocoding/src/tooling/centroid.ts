type Ring = readonly (readonly [number, number])[];

/** The part of GeoJSON that outlines come in; positions are longitude, latitude. */
export type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

/** Latitude and longitude, to a hundredth of a degree, of the area centroid of the largest outer ring. */
export function centroidOfLargest(geometry: Geometry): [number, number] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let best = { area: -1, latitude: 0, longitude: 0 };
  for (const [outer] of polygons) {
    const moment = outer ? momentOf(outer) : best;
    if (moment.area > best.area) best = moment;
  }
  return [round(best.latitude), round(best.longitude)];
}

/** Shoelace formula on plain degrees: good to a fraction of a degree, which is all that is asked here. */
function momentOf(ring: Ring) {
  let area = 0;
  let x = 0;
  let y = 0;
  ring.forEach(([x0, y0], i) => {
    const [x1, y1] = ring[(i + 1) % ring.length] ?? [x0, y0];
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  });
  if (area === 0) return { area: 0, latitude: ring[0]?.[1] ?? 0, longitude: ring[0]?.[0] ?? 0 };
  return { area: Math.abs(area), latitude: y / (3 * area), longitude: x / (3 * area) };
}

const round = (degrees: number) => Math.round(degrees * 100) / 100;
