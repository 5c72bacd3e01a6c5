/**
 * A bounding box in degrees of the points added to it, without those of many that lie far out: GeoNames files some
 * towns under a division of the same name a thousand kilometres away.
 */
export class Box {
  private readonly latitudes: number[] = [];
  private readonly longitudes: number[] = [];

  add(latitude: number, longitude: number): void {
    this.latitudes.push(latitude);
    this.longitudes.push(longitude);
  }

  middle(): { latitude: number; longitude: number } {
    return { latitude: middleOf(this.latitudes), longitude: middleOf(this.longitudes) };
  }
}

/** Tukey's outer fence ("Exploratory Data Analysis", 1977): what lies so many quartile ranges out is far out. */
const FENCE = 3;
/** Of fewer points quartiles say nothing. */
const MANY = 8;

function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const [low, high] = [at(0.25), at(0.75)];
  const reach = sorted.length < MANY ? Infinity : FENCE * (high - low);
  const inside = sorted.filter((each) => each >= low - reach && each <= high + reach);
  return ((inside[0] ?? 0) + (inside.at(-1) ?? 0)) / 2;
}
