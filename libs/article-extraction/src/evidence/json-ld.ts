import type { JsonLdNode } from './json-ld-nodes.js';
import { isNode, jsonLdNodes, listOf, textValue, typesOf } from './json-ld-nodes.js';
import { parseJsonLd } from './parse-json-ld.js';

/** What a page's JSON-LD says; every field as written, none believed yet. */
export interface JsonLd {
  /** The types of all nodes, without their vocabulary's address. */
  readonly types: ReadonlySet<string>;
  readonly article: JsonLdArticle | null;
}

/** The node that describes the page's article. */
export interface JsonLdArticle {
  readonly types: readonly string[];
  readonly headline: string | null;
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  readonly authors: readonly JsonLdAuthor[];
  readonly section: string | null;
  readonly publisher: string | null;
  readonly language: string | null;
  readonly articleBody: string | null;
  readonly url: string | null;
  /** False on pages that show but a part of the article without payment; null where not said. */
  readonly isAccessibleForFree: boolean | null;
}

export interface JsonLdAuthor {
  readonly name: string;
  readonly isOrganization: boolean;
}

/** Scripts beyond are lists of products and the like. */
const MAX_SCRIPTS = 50;
const ARTICLE = /(?:Article|BlogPosting|Report|Posting)$/;
/** What pages describe beside what they are about. */
const ASIDE =
  /^(?:Comment|Review|Answer|Person|Organization|Offer|Product|ImageObject|JobPosting|.*Event)$/;
const ORGANIZATION = /(?:Organization|Corporation|Company)$/;

/** Reads all scripts: the types of what they describe, and the page's article. */
export function readJsonLd(scripts: readonly string[], pageUrl: string): JsonLd {
  const values = scripts.slice(0, MAX_SCRIPTS).map(parseJsonLd);
  const nodes = jsonLdNodes(values);
  const typed = nodes.map((node) => ({ node, types: typesOf(node) }));
  const best = bestOf(typed, pageUrl);
  const byId = new Map<unknown, JsonLdNode>();
  for (const node of nodes) {
    // A node that only refers to another says nothing of it.
    if (typeof node['@id'] === 'string' && 'name' in node) byId.set(node['@id'], node);
  }
  return {
    types: new Set(typed.flatMap(({ types }) => types)),
    article: best === undefined ? null : toArticle(best.node, best.types, byId),
  };
}

interface Typed {
  readonly node: JsonLdNode;
  readonly types: readonly string[];
}

/** News articles before other works; of several the one of this address, then the first dated. */
function bestOf(nodes: readonly Typed[], pageUrl: string): Typed | undefined {
  let best: Typed | undefined;
  let most = 0;
  const path = pathOf(pageUrl);
  for (const each of nodes) {
    if (each.types.length === 0 || each.types.some((type) => ASIDE.test(type))) continue;
    const isArticle = each.types.some((type) => ARTICLE.test(type));
    const { node } = each;
    const isDated = textValue(node['datePublished']) !== null;
    if (!isArticle && !isDated) continue;
    const isThis = addresses(node).some((address) => pathOf(address) === path);
    const score = (isArticle ? 4 : 1) + (isThis ? 2 : 0) + (isDated ? 2 : 0);
    if (score > most) [best, most] = [each, score];
  }
  return best;
}

const addresses = (node: JsonLdNode): string[] =>
  [node['url'], node['@id'], node['mainEntityOfPage'], pageId(node)].flatMap((each) => {
    const address = textValue(each);
    return address === null ? [] : [address];
  });

const pageId = (node: JsonLdNode): unknown => {
  const page = node['mainEntityOfPage'];
  return isNode(page) ? page['@id'] : undefined;
};

function pathOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).pathname.replace(/\/$/, '') : null;
}

function toArticle(
  node: JsonLdNode,
  types: readonly string[],
  byId: ReadonlyMap<unknown, JsonLdNode>,
): JsonLdArticle {
  return {
    types,
    headline: textValue(node['headline']) ?? textValue(node['name']),
    datePublished:
      textValue(node['datePublished']) ??
      textValue(node['dateCreated']) ??
      textValue(node['uploadDate']),
    dateModified: textValue(node['dateModified']),
    authors: agents(node['author'] ?? node['creator'], byId),
    section: textValue(node['articleSection']),
    publisher: agents(node['publisher'] ?? node['sourceOrganization'], byId)[0]?.name ?? null,
    language: textValue(node['inLanguage']),
    articleBody: textValue(node['articleBody']),
    url: textValue(node['url']) ?? textValue(pageId(node)),
    isAccessibleForFree: truth(node['isAccessibleForFree']),
  };
}

/** Persons or organisations given as text, as nodes, or as references to nodes. */
function agents(value: unknown, byId: ReadonlyMap<unknown, JsonLdNode>): JsonLdAuthor[] {
  return listOf(value).flatMap((each) => {
    if (typeof each === 'string') return [{ name: each, isOrganization: false }];
    if (!isNode(each)) return [];
    const node = 'name' in each ? each : byId.get(each['@id']);
    if (node === undefined) return [];
    const isOrganization = typesOf(node).some((type) => ORGANIZATION.test(type));
    return listOf(node['name']).flatMap((name) =>
      typeof name === 'string' ? [{ name, isOrganization }] : [],
    );
  });
}

function truth(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const text = textValue(value)?.toLowerCase();
  return text === undefined ? null : !/(?:^|\/)false$/.test(text);
}
