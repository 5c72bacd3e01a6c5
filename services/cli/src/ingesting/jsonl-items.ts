import Type from 'typebox';
import Value from 'typebox/value';
import { MAX_LINE_BYTES } from '../documents/document-line.js';
import { readLines } from '../io/read-lines.js';
import type { Item, Lane, PushDocument } from './item.js';

const text = Type.Optional(Type.String());
const Line = Type.Object({
  url: Type.String(),
  id: text,
  title: text,
  html: text,
  text,
  base64: text,
  contentType: text,
  publishedAt: text,
  fetchedAt: text,
});

/**
 * Documents of a JSONL stream `{url, html | text | base64, contentType?, title?, publishedAt?,
 * fetchedAt?, id?}`; other fields are left out. Which values a document may have, the fetcher says.
 */
export async function* jsonlItems(
  stream: AsyncIterable<Uint8Array>,
  file: string,
  lane: Lane,
): AsyncGenerator<Item> {
  for await (const { number, text: line } of readLines(stream, MAX_LINE_BYTES))
    yield itemOf(line, `${file}:${number}`, lane);
}

function itemOf(line: string | null, source: string, lane: Lane): Item {
  const refused = (code: string, message: string): Item => ({
    kind: 'refused',
    source,
    url: null,
    code,
    message,
  });
  if (line === null)
    return refused('ERR_CLI_LINE_TOO_LONG', `A line has at most ${MAX_LINE_BYTES} bytes.`);
  const value = parsed(line);
  if (value === null) return refused('ERR_CLI_LINE_JSON', 'The line is no JSON object.');
  const [error] = Value.Errors(Line, value);
  if (error) {
    const what = error.instancePath.slice(1) || 'The line';
    return refused('ERR_CLI_LINE_FIELD', `${what} ${error.message}.`);
  }
  const { id = '', ...known } = Object.fromEntries(
    Object.keys(Line.properties).flatMap((name) => (name in value ? [[name, value[name]]] : [])),
  ) as unknown as PushDocument & { id?: string };
  const body = known.html ?? known.text ?? known.base64 ?? '';
  const bytes = known.base64 === undefined ? Buffer.byteLength(body) : (body.length * 3) / 4;
  return { kind: 'document', source, id, bytes, document: { ...known, lane } };
}

/** Many writers put null where they have nothing. */
function parsed(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null))
      : null;
  } catch {
    return null;
  }
}
