import type { PageElement } from '../page/page-element.js';

/** Meta elements by lower-case name, property, itemprop or http-equiv; the first of a name wins. */
export type MetaTags = ReadonlyMap<string, string>;

/** Longer contents are whole texts; none that is read here is one. */
const MAX_CONTENT = 2_000;
/** Real pages stay under a tenth of it. */
const MAX_TAGS = 500;
const NAMING = ['property', 'name', 'http-equiv'];

export function addMetaTag(tags: Map<string, string>, meta: PageElement): void {
  const content = meta.get('content').slice(0, MAX_CONTENT).trim();
  if (content === '') return;
  // Below the head, item properties are those of whatever item they stand in.
  const naming = meta.parent?.name === 'head' ? [...NAMING, 'itemprop'] : NAMING;
  for (const attribute of naming) {
    const name = meta.get(attribute).trim().toLowerCase();
    if (name !== '' && !tags.has(name) && tags.size < MAX_TAGS) tags.set(name, content);
  }
}

/** The value of the first of `names` that the page has. */
export function firstMeta(tags: MetaTags, names: readonly string[]): string | null {
  for (const name of names) {
    const value = tags.get(name);
    if (value !== undefined) return value;
  }
  return null;
}
