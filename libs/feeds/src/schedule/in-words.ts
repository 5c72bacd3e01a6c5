const UNITS = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
] as const;

/** A duration in its largest unit, one digit after the point below ten: `7.5 h`, `42 min`, `0 min`. */
export function inWords(ms: number): string {
  const [size, unit] = UNITS.find(([each]) => ms >= each) ?? ([60_000, 'min'] as const);
  const count = ms / size;
  return `${count < 10 ? Math.round(count * 10) / 10 : Math.round(count)} ${unit}`;
}
