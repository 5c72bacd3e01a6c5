/** Bounds that have a token of their own; what lies between is checked on the rows that the token leaves. */
const STEPS = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1_000] as const;

/** Tokens of a figure: one for each bound that it reaches; none for an unknown one. */
export const writtenSteps = (name: string, figure: number | null): string[] =>
  STEPS.filter((step) => figure !== null && step <= figure).map((step) => `${name}${step}`);

/** The token that every figure of at least this has; undefined where each figure has it. */
export function searchedStep(name: string, least: number): string | undefined {
  const step = STEPS.findLast((bound) => bound <= least);
  return step === undefined ? undefined : `${name}${step}`;
}
