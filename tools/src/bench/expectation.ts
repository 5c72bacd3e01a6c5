/** What is wanted of a figure, and whether it is so. */
export interface Expectation {
  readonly what: string;
  readonly value: number;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly met: boolean;
}

export const atLeast = (bound: number, what: string, value: number): Expectation => ({
  what,
  value,
  atLeast: bound,
  met: value >= bound,
});

export const atMost = (bound: number, what: string, value: number): Expectation => ({
  what,
  value,
  atMost: bound,
  met: value <= bound,
});

/** For people, one line. */
export function expectationText(expectation: Expectation): string {
  const { what, value, atLeast: least, atMost: most, met } = expectation;
  const wanted = least === undefined ? `≤ ${most}` : `≥ ${least}`;
  return `${what}: ${value.toFixed(2)} (wanted: ${wanted}; ${met ? 'met' : 'not met'})`;
}
