import Type, { type TSchema } from 'typebox';

/**
 * The text of a variable as the kind of value that its schema wants. What doesn't read as that kind stays
 * text, so that the schema's own check refuses it.
 */
export function parseText(schema: TSchema, text: string): unknown {
  if (Type.IsInteger(schema) || Type.IsNumber(schema)) return toNumber(text);
  if (Type.IsArray(schema)) return toList(text).map((item) => parseText(schema.items, item));
  return text;
}

/** `Number('')`, `Number('0x10')` and `Number('1e3')` are numbers to JavaScript, typing errors here. */
const toNumber = (text: string): unknown => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);

const toList = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
