/** One expectation of a case: what stands at a path of the answer. */
export interface Check {
  readonly path: readonly (string | number)[];
  readonly op: 'eq' | 'ne' | 'falsy' | 'truthy' | 'len_eq';
  readonly value?: unknown;
}

function valueAt(answer: unknown, path: Check['path']): unknown {
  let value = answer;
  for (const key of path) value = (value as Record<string | number, unknown> | undefined)?.[key];
  return value;
}

/** Python's truth and `None` in JavaScript's terms. */
const plain = (value: unknown) => (typeof value === 'boolean' ? Number(value) : (value ?? null));

function isEqual(actual: unknown, expected: unknown): boolean {
  // Of a date's nine numbers the last three follow from the others.
  const isDate = Array.isArray(expected) && expected.length === 9 && Array.isArray(actual);
  if (isDate) return isEqual(actual.slice(0, 6), expected.slice(0, 6));
  if (typeof expected === 'object' && expected !== null)
    return JSON.stringify(actual) === JSON.stringify(expected);
  return plain(actual) === plain(expected) || (expected === '' && actual === undefined);
}

const isTrue = (value: unknown) => Boolean(value) && !(Array.isArray(value) && value.length === 0);

/** Whether an answer is as expected. */
export function holds(answer: unknown, { path, op, value }: Check): boolean {
  const actual = valueAt(answer, path);
  switch (op) {
    case 'eq':
      return isEqual(actual, value);
    case 'ne':
      return !isEqual(actual, value);
    case 'truthy':
      return isTrue(actual);
    case 'falsy':
      return !isTrue(actual);
    case 'len_eq':
      return (actual as ArrayLike<unknown> | undefined)?.length === value;
  }
}
