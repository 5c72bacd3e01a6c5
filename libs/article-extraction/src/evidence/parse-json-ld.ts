/** Larger scripts hold data for the page's own programs. */
const MAX_LENGTH = 1_000_000;

/**
 * The value of a JSON-LD script, or null. Pages wrap JSON in comments and CDATA, break lines inside
 * strings and leave commas: what can be mended is. Linear in the script's length.
 */
export function parseJsonLd(script: string): unknown {
  if (script.length > MAX_LENGTH) return null;
  const json = unwrapped(script);
  return parsed(json) ?? parsed(mended(json)) ?? salvaged(json);
}

/** What is told of an article, one text each, and readable in whatever is around it. */
const FIELDS = ['headline', 'datePublished', 'dateModified', 'articleSection'];
const MAX_FIELD = 500;

/** The plain fields of an article whose script is beyond mending: mostly a quotation mark in its body. */
function salvaged(json: string): unknown {
  const type = /"@type"\s{0,9}:\s{0,9}"(\w{0,30}(?:Article|Posting))"/.exec(json)?.[1];
  if (type === undefined) return null;
  const node: Record<string, unknown> = { '@type': type };
  for (const field of FIELDS) {
    const pattern = new RegExp(`"${field}"\\s{0,9}:\\s{0,9}("(?:[^"\\\\]|\\\\.){0,${MAX_FIELD}}")`);
    const value = pattern.exec(json)?.[1];
    if (value !== undefined) node[field] = parsed(mended(value));
  }
  return node;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

const OPENING = ['<!--', '/*', '//', '<![CDATA[', '*/'];
const CLOSING = ['-->', '/*', '//', ']]>', '*/', ';'];

/** Strips comment and CDATA marks, in whatever order they stand. */
function unwrapped(script: string): string {
  let json = script.trim();
  for (let mark; (mark = OPENING.find((each) => json.startsWith(each))) !== undefined;) {
    json = json.slice(mark.length).trimStart();
  }
  for (let mark; (mark = CLOSING.find((each) => json.endsWith(each))) !== undefined;) {
    json = json.slice(0, -mark.length).trimEnd();
  }
  return json;
}

function mended(json: string): string {
  // Control characters are white space between tokens, and not allowed inside strings.
  return json.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1');
}
