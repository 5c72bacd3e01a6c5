import { decodeHTMLStrict } from 'entities';

/** Entities that a document declares, by name; only plain text, see `declaredEntities`. */
export type Entities = ReadonlyMap<string, string>;

const MAX_ENTITIES = 256;
const MAX_ENTITY_CHARS = 256;
/** Characters that all uses of declared entities together may add to a document. */
export const MAX_EXPANSION_CHARS = 65_536;

/** An ampersand that starts no reference of XML's own, with the name that follows it, if any. */
const FOREIGN =
  /&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7});)(?:([A-Za-z_][\w.-]{0,63});)?/g;
const DECLARATION = /<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"<]*)"|'([^'<]*)')\s*>/g;

/**
 * Entities of a doctype whose text refers to no other: nothing nested, nothing from outside, so none can
 * grow. Numeric references within are text already; parameter and external entities are not read.
 */
export function declaredEntities(doctype: string): Entities {
  const found = new Map<string, string>();
  for (const [, name, double, single] of doctype.matchAll(DECLARATION)) {
    const value = decodeHTMLStrict((double ?? single ?? '').slice(0, MAX_ENTITY_CHARS));
    if (name && !value.includes('&') && found.size < MAX_ENTITIES && !found.has(name))
      found.set(name, value);
  }
  return found;
}

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');

/** Mends the references of one document. */
export class References {
  /** Whether the document held references that XML does not know. */
  mended = false;
  private left = MAX_EXPANSION_CHARS;
  constructor(private readonly entities: Entities) {}

  /**
   * Text in which every `&` belongs to a reference that XML itself knows: declared entities and HTML's
   * names become characters, anything else a literal ampersand. One pass, nothing is expanded twice.
   */
  mend(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(FOREIGN, (whole: string, name: string | undefined) => {
      const declared = name === undefined ? undefined : this.entities.get(name);
      if (declared !== undefined) return this.expand(declared);
      this.mended = true;
      const character = name === undefined ? whole : decodeHTMLStrict(whole);
      return character === whole ? `&amp;${whole.slice(1)}` : escaped(character);
    });
  }

  private expand(value: string): string {
    if (value.length > this.left) return '';
    this.left -= value.length;
    return escaped(value);
  }
}
