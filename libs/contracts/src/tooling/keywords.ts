/** The part of JSON Schema that our contracts use. */
export interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly items?: JsonSchema;
  readonly [keyword: string]: unknown;
}

/** One way in which a schema refuses what it accepted. */
export interface BreakingChange {
  /** Properties from the root; `*` is any element of an array. */
  readonly path: string;
  readonly rule: string;
}

const FLOORS = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const CEILINGS = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
const FIXED = ['pattern', 'format', 'multipleOf', 'uniqueItems', '$ref', 'allOf', 'oneOf', 'not'];

/** The breaks that one level's own keywords cause, properties and items apart. */
export function changedKeywords(
  previous: JsonSchema,
  next: JsonSchema,
  path: string,
): BreakingChange[] {
  const rules = [
    ...typeRules(previous, next),
    ...valueRules(previous, next),
    ...FLOORS.filter((word) => above(next[word], previous[word])).map((word) => `${word} rose`),
    ...CEILINGS.filter((word) => above(previous[word], next[word], true)).map(
      (word) => `${word} fell`,
    ),
    ...FIXED.filter((word) => next[word] !== undefined && !same(previous[word], next[word])).map(
      (word) => `${word} was added or changed`,
    ),
    ...(next.additionalProperties === false && previous.additionalProperties !== false
      ? ['was closed to unknown properties']
      : []),
  ];
  return rules.map((rule) => ({ path: path || '/', rule }));
}

function typeRules({ type: before }: JsonSchema, { type: after }: JsonSchema): string[] {
  const widened = before === 'integer' && after === 'number';
  return after === undefined || after === before || widened
    ? []
    : [`type changed from ${before ?? 'any'} to ${after}`];
}

function valueRules(previous: JsonSchema, next: JsonSchema): string[] {
  const after = valuesOf(next);
  if (after === undefined) return [];
  const before = valuesOf(previous);
  if (before === undefined) return ['was narrowed to fixed values'];
  return before
    .filter((value) => !after.includes(value))
    .map((value) => `value ${JSON.stringify(value)} was removed`);
}

const valuesOf = (schema: JsonSchema): readonly unknown[] | undefined =>
  schema.const === undefined ? schema.enum : [schema.const];

/** Whether `high` is a tighter bound than `low`; an absent bound is the loosest. */
function above(high: unknown, low: unknown, ceiling = false): boolean {
  const tight = ceiling ? low : high;
  const loose = ceiling ? high : low;
  if (typeof tight !== 'number') return false;
  return typeof loose !== 'number' || (ceiling ? tight < loose : tight > loose);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
