import { type BreakingChange, type JsonSchema, changedKeywords } from './keywords.js';

/**
 * Every way in which `next` refuses a value that `previous` accepts. Widening is no break: consumers are
 * rolled out before producers, so nobody meets a value that is newer than itself.
 */
export function breakingChanges(
  previous: JsonSchema,
  next: JsonSchema,
  path = '',
): BreakingChange[] {
  if (previous.anyOf || next.anyOf) return alternatives(previous, next, path);
  return [
    ...changedKeywords(previous, next, path),
    ...properties(previous, next, path),
    ...nested(previous.items, next.items, `${path}/*`),
  ];
}

/** Each old alternative must be accepted whole by some new one. */
function alternatives(previous: JsonSchema, next: JsonSchema, path: string): BreakingChange[] {
  const candidates = next.anyOf ?? [next];
  return (previous.anyOf ?? [previous]).flatMap((old, index) => {
    const attempts = candidates.map((candidate) => breakingChanges(old, candidate, path));
    if (attempts.some((breaks) => breaks.length === 0)) return [];
    const nearest = attempts.toSorted((a, b) => a.length - b.length)[0] ?? [];
    return candidates.length === 1
      ? nearest
      : [{ path: path || '/', rule: `alternative ${index + 1} is no longer accepted` }];
  });
}

function properties(previous: JsonSchema, next: JsonSchema, path: string): BreakingChange[] {
  const before = previous.properties ?? {};
  const after = next.properties ?? {};
  const removed = Object.keys(before).filter((name) => after[name] === undefined);
  const closed = next.additionalProperties === false;
  const required = (next.required ?? []).filter((name) => !previous.required?.includes(name));
  return [
    ...(closed ? removed.map((name) => ({ path: `${path}/${name}`, rule: 'was removed' })) : []),
    ...required.map((name) => ({ path: `${path}/${name}`, rule: 'became required' })),
    ...Object.entries(before).flatMap(([name, schema]) =>
      nested(schema, after[name], `${path}/${name}`),
    ),
    ...Object.entries(previous.patternProperties ?? {}).flatMap(([pattern, schema]) =>
      nested(schema, next.patternProperties?.[pattern], `${path}/{${pattern}}`),
    ),
  ];
}

const nested = (previous: JsonSchema | undefined, next: JsonSchema | undefined, path: string) =>
  previous && next ? breakingChanges(previous, next, path) : [];
