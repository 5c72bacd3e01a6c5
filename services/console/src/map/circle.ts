import type { Polygon } from 'geojson';

const EARTH_KM = 6_371;
const STEPS = 48;
const toRadians = (degrees: number) => (degrees * Math.PI) / 180;
const toDegrees = (radians: number) => (radians * 180) / Math.PI;

/** A circle on the ground as a ring of coordinates, longitude first; across the date line it goes beyond 180°. */
export function circle(latitude: number, longitude: number, radiusKm: number): Polygon {
  const distance = radiusKm / EARTH_KM;
  const lat = toRadians(latitude);
  const ring = Array.from({ length: STEPS + 1 }, (_, step) => {
    const bearing = ((step % STEPS) * 2 * Math.PI) / STEPS;
    const sine =
      Math.sin(lat) * Math.cos(distance) + Math.cos(lat) * Math.sin(distance) * Math.cos(bearing);
    const east = Math.atan2(
      Math.sin(bearing) * Math.sin(distance) * Math.cos(lat),
      Math.cos(distance) - Math.sin(lat) * sine,
    );
    return [longitude + toDegrees(east), toDegrees(Math.asin(sine))];
  });
  return { type: 'Polygon', coordinates: [ring] };
}
