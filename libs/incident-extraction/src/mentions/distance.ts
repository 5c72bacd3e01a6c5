/** Kilometres in a degree of a great circle. */
const KM_PER_DEGREE = 111.2;

/** Kilometres between two points in degrees; small distances only, good to a per cent at 25 km. */
export function kmBetween(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const east = (lon2 - lon1) * Math.cos((lat1 * Math.PI) / 180);
  return Math.hypot(lat2 - lat1, east) * KM_PER_DEGREE;
}
