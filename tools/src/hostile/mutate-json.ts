type Random = () => number;
type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Values of every kind that a reader may not have thought of. */
const VALUES: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e21,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  ' ',
  '0',
  '\u0000',
  '\ud800',
  '2026-02-30T25:61:00Z',
  'x'.repeat(5_000),
  [],
  {},
  [[[[]]]],
  { length: 1 },
];

const oneOf = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T;

/**
 * A copy of a JSON document with one of its values changed, taken out, doubled or joined by one that it has not.
 * @returns undefined where there is no document, or one too deep to walk
 */
export function changedJson(text: string, random: Random): string | undefined {
  try {
    const value = JSON.parse(text) as Json;
    const places = [...containersOf(value)];
    if (places.length === 0) return JSON.stringify(oneOf(random, VALUES));
    change(oneOf(random, places), random);
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function* containersOf(value: Json): Generator<Json[] | { [name: string]: Json }> {
  if (value === null || typeof value !== 'object') return;
  yield value;
  for (const inner of Object.values(value)) yield* containersOf(inner);
}

function change(container: Json[] | { [name: string]: Json }, random: Random): void {
  const other = oneOf(random, VALUES);
  if (Array.isArray(container)) {
    const at = Math.floor(random() * (container.length + 1));
    container.splice(
      at,
      Math.floor(random() * 2),
      ...(random() < 0.7 ? [other] : container.slice(0, 20)),
    );
    return;
  }
  const name = oneOf(random, [...Object.keys(container), 'unknown', 'constructor', '']);
  if (random() < 0.25) delete container[name];
  else container[name] = other;
}
