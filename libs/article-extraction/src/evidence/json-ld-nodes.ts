/** A node of the graph that a page's structured data describes. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

/** Values looked at in all scripts of a page; real ones hold some dozens. */
const MAX_VALUES = 5_000;

/**
 * All nodes of the scripts' values, wherever they stand: in arrays, in `@graph`, as values of other
 * nodes. Breadth first, so that what is described comes before what it is described with.
 */
export function jsonLdNodes(values: readonly unknown[]): JsonLdNode[] {
  const queue: unknown[] = [...values];
  const nodes: JsonLdNode[] = [];
  for (let at = 0; at < queue.length && at < MAX_VALUES; at++) {
    const value = queue[at];
    if (isNode(value)) nodes.push(value);
    else if (!Array.isArray(value)) continue;
    for (const each of Object.values(value)) {
      if (queue.length >= MAX_VALUES) break;
      if (typeof each === 'object' && each !== null) queue.push(each);
    }
  }
  return nodes;
}

/** A node's types without their vocabulary's address. */
export function typesOf(node: JsonLdNode): string[] {
  return listOf(node['@type']).flatMap((type) =>
    typeof type === 'string' ? [type.replace(/^.{0,80}[/#:]/, '')] : [],
  );
}

export const isNode = (value: unknown): value is JsonLdNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  return value === undefined || value === null ? [] : [value];
}

/** The first value of a property as text, or null. */
export function textValue(value: unknown): string | null {
  const [one] = listOf(value);
  if (typeof one === 'number') return String(one);
  if (isNode(one)) return textValue(one['@value']);
  return typeof one === 'string' && one.trim() !== '' ? one.trim() : null;
}
