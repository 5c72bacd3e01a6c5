import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import type { InputLine } from '../io/read-lines.js';

const Document = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 1_000 }),
  url: Type.Optional(Type.String()),
  html: Type.Optional(Type.String()),
  htmlPath: Type.Optional(Type.String()),
  text: Type.Optional(Type.String()),
  title: Type.Optional(Type.String()),
  publishedAt: Type.Optional(Type.String()),
});

/** One document of a JSONL stream: its body is `html`, the file `htmlPath`, or plain `text`. */
export type DocumentLine = Readonly<Static<typeof Document>>;

/** The answer to a document that could not be read; `line` helps where there is no id. */
export interface LineError {
  readonly id: string | null;
  readonly line: number;
  readonly error: { readonly code: string; readonly message: string };
}

/** Bytes of one line; the largest article pages are a tenth of it. */
export const MAX_LINE_BYTES = 32 * 1024 * 1024;

export const lineError = (
  id: string | null,
  line: number,
  code: string,
  message: string,
): LineError => ({ id, line, error: { code, message } });

/** A line as the document that it is, or as the error that answers it. Never throws. */
export function readDocumentLine({ number, text }: InputLine): DocumentLine | LineError {
  if (text === null)
    return lineError(
      null,
      number,
      'ERR_CLI_LINE_TOO_LONG',
      `A line has at most ${MAX_LINE_BYTES} bytes.`,
    );
  const value = parse(text);
  if (value === null)
    return lineError(null, number, 'ERR_CLI_LINE_JSON', 'The line is no JSON object.');
  // Many writers put null where they have nothing.
  const given = Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null));
  const id = typeof given['id'] === 'string' ? given['id'] : null;
  const [error] = Value.Errors(Document, given);
  if (error) {
    const what = `${error.instancePath.slice(1) || 'The line'} ${error.message}.`;
    return lineError(id, number, 'ERR_CLI_LINE_FIELD', what);
  }
  const document = given as DocumentLine;
  if (document.html === undefined && document.htmlPath === undefined && document.text === undefined)
    return lineError(id, number, 'ERR_CLI_LINE_BODY', 'One of html, htmlPath and text is needed.');
  return document;
}

export const isLineError = (line: object): line is LineError => 'error' in line;

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
