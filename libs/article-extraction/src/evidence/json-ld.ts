/** What a page's JSON-LD says of its article; every field as written, none believed yet. */
export interface JsonLdArticle {
  readonly headline: string | null;
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  readonly authors: readonly string[];
  readonly section: string | null;
  readonly publisher: string | null;
  readonly articleBody: string | null;
  readonly url: string | null;
}

type Node = Record<string, unknown>;

const MAX_NODES = 2000;
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review|VideoObject|WebPage)$/;
const STRONG_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/;

/** The best article node of all scripts: news articles before other creative works; null if none. */
export function readJsonLd(scripts: readonly string[]): JsonLdArticle | null {
  const nodes = scripts.flatMap((script) => flatten(parseLoosely(script)));
  const candidates = nodes.filter((node) => types(node).some((type) => ARTICLE_TYPE.test(type)));
  const best =
    candidates.find(
      (node) => types(node).some((t) => STRONG_TYPE.test(t)) && node['datePublished'],
    ) ??
    candidates.find((node) => types(node).some((t) => STRONG_TYPE.test(t))) ??
    candidates.find((node) => node['datePublished']);
  return best === undefined ? null : toArticle(best, nodes);
}

function toArticle(node: Node, all: readonly Node[]): JsonLdArticle {
  const byId = new Map(all.map((each) => [each['@id'], each]));
  return {
    headline: text(node['headline']) ?? text(node['name']),
    datePublished:
      text(node['datePublished']) ?? text(node['dateCreated']) ?? text(node['uploadDate']),
    dateModified: text(node['dateModified']),
    authors: names(node['author'] ?? node['creator'], byId),
    section: text(first(node['articleSection'])),
    publisher: names(node['publisher'], byId)[0] ?? null,
    articleBody: text(node['articleBody']),
    url: text(node['url']),
  };
}

/** Names of persons or organisations given as text, as nodes, or as references to nodes. */
function names(value: unknown, byId: ReadonlyMap<unknown, Node>): string[] {
  return list(value).flatMap((each) => {
    if (typeof each === 'string') return each.startsWith('http') ? [] : [each];
    if (!isNode(each)) return [];
    const name = each['name'] ?? byId.get(each['@id'])?.['name'];
    return list(name).filter((one): one is string => typeof one === 'string');
  });
}

/** All nodes of a value, through arrays, `@graph` and `mainEntity`; bounded, as the page may be hostile. */
function flatten(root: unknown): Node[] {
  const queue: unknown[] = [root];
  const nodes: Node[] = [];
  for (let at = 0; at < queue.length && at < MAX_NODES; at++) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...(value as unknown[]).slice(0, MAX_NODES));
    if (!isNode(value)) continue;
    nodes.push(value);
    queue.push(value['@graph'], value['mainEntity'], value['mainEntityOfPage']);
    for (const person of [...list(value['author']), ...list(value['publisher'])]) {
      if (isNode(person) && person['@id'] !== undefined && person['name'] !== undefined) {
        nodes.push(person);
      }
    }
  }
  return nodes;
}

/** Pages wrap JSON in comments and CDATA, break lines inside strings and leave commas: try to mend. */
function parseLoosely(script: string): unknown {
  const bare = script.replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '');
  const trimmed = bare.replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*;?\s*$/, '').trim();
  for (const attempt of [trimmed, mend(trimmed)]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      continue;
    }
  }
  return null;
}

function mend(json: string): string {
  return json
    .replace(/[\u0000-\u001f]+/g, ' ')
    .replace(/,\s*([}\]])/g, '$1')
    .replace(/;$/, '');
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] =>
  Array.isArray(value)
    ? (value as unknown[])
    : value === undefined || value === null
      ? []
      : [value];
const first = (value: unknown): unknown => list(value)[0];
const types = (node: Node): string[] =>
  list(node['@type']).filter((each): each is string => typeof each === 'string');

function text(value: unknown): string | null {
  const one = first(value);
  if (typeof one === 'number') return String(one);
  return typeof one === 'string' && one.trim() !== '' ? one.trim() : null;
}
