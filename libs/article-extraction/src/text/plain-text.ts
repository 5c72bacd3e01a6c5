import { decodeHTML } from 'entities';
import { oneLine } from './whitespace.js';

/** One line of text from a value that should be text, and often was escaped twice or holds mark-up. */
export function plainText(value: string): string {
  const decoded = value.includes('&') ? decodeHTML(value) : value;
  return oneLine(
    decoded.includes('<') ? decoded.replace(/<\/?[a-z][^<>]{0,500}>/gi, ' ') : decoded,
  );
}
