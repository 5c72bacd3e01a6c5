/** What a checker found. */
export interface Verdict {
  readonly name: string;
  /** What holds when nothing is wrong, in one sentence. */
  readonly rule: string;
  readonly passed: boolean;
  readonly violations: number;
  /** The first few. */
  readonly examples: readonly string[];
}

const EXAMPLES = 10;

export function verdict(name: string, rule: string, violations: readonly string[]): Verdict {
  return {
    name,
    rule,
    passed: violations.length === 0,
    violations: violations.length,
    examples: violations.slice(0, EXAMPLES),
  };
}

/** Items by their key, in the order in which they come. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
