/** Degrees; `west` > `east` crosses the date line. */
export interface Box {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** Edges of the cells in degrees, coarsest first; the finest is 28 km at the equator. */
const SIZES = [16, 4, 1, 0.25] as const;
/** A search names at most as many cells: each costs a look-up, coarser ones many rows that lie outside. */
const MAX_CELLS = 100;

/** Mean radius of the earth, km (IUGG). */
export const EARTH_KM = 6_371.0088;
const DEGREES = 180 / Math.PI;

// The last cell holds its eastern, or northern, edge, too: there is none beyond it.
const column = (longitude: number, size: number): number =>
  Math.min(Math.floor((longitude + 180) / size), Math.ceil(360 / size) - 1);
const row = (latitude: number, size: number): number =>
  Math.min(Math.floor((latitude + 90) / size), Math.ceil(180 / size) - 1);
const token = (level: number, x: number, y: number): string => `g${level}:${x}:${y}`;

/** The cells that hold a point, one of each size. */
export const cellsOf = (latitude: number, longitude: number): string[] =>
  SIZES.map((size, level) => token(level, column(longitude, size), row(latitude, size)));

/** The finest few cells that cover the box; null where they would be too many to narrow anything. */
export function cellsCovering({ south, west, north, east }: Box): string[] | null {
  const halves =
    west <= east
      ? [[west, east]]
      : [
          [west, 180],
          [-180, east],
        ];
  for (const level of SIZES.keys().toArray().reverse()) {
    const size = SIZES[level] as number;
    const [bottom, top] = [row(south, size), row(north, size)];
    const spans = halves.map(([from, to]) => [column(from!, size), column(to!, size)] as const);
    const width = spans.reduce((sum, [from, to]) => sum + to - from + 1, 0);
    if (width * (top - bottom + 1) > MAX_CELLS) continue;
    return spans.flatMap(([from, to]) =>
      range(from, to).flatMap((x) => range(bottom, top).map((y) => token(level, x, y))),
    );
  }
  return null;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n);

/** The smallest box around a circle on the sphere; all longitudes where it holds a pole. */
export function boxAround(latitude: number, longitude: number, km: number): Box {
  const angle = km / EARTH_KM;
  const south = latitude - angle * DEGREES;
  const north = latitude + angle * DEGREES;
  if (south <= -90 || north >= 90) {
    return { south: Math.max(south, -90), west: -180, north: Math.min(north, 90), east: 180 };
  }
  const reach = Math.asin(Math.sin(angle) / Math.cos(latitude / DEGREES)) * DEGREES;
  return { south, north, west: wrapped(longitude - reach), east: wrapped(longitude + reach) };
}

const wrapped = (longitude: number): number =>
  longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude;
