import { CSS_KEYWORDS, CSS_PROPERTIES, SVG_PROPERTIES } from './allowed.js';

/** A colour or a length, after feedparser. */
const VALUE =
  /^(#[0-9a-f]+|rgb\(\d+%?,\d*%?,?\d*%?\)?|\d{0,2}\.?\d{0,2}(cm|em|ex|in|mm|pc|pt|px|%|,|\))?)$/;
const SHORTHANDS = new Set(['background', 'border', 'margin', 'padding']);
/** What a declaration may be written with: words, numbers, quoted words, lists of numbers in brackets. */
const PLAIN =
  /^(?:[:,;#%.\sa-zA-Z0-9!]|\w-\w|'[\s\w]{1,200}'|"[\s\w]{1,200}"|\([\d,\s]{1,100}\))*$/;
const MAX_STYLE_CHARS = 2_000;

function isAllowed(property: string, value: string, inSvg: boolean): boolean {
  if (CSS_PROPERTIES.has(property)) return true;
  if (inSvg && SVG_PROPERTIES.has(property)) return true;
  const [family = ''] = property.split('-');
  return (
    SHORTHANDS.has(family) &&
    value.split(/\s+/).every((word) => word === '' || CSS_KEYWORDS.has(word) || VALUE.test(word))
  );
}

/**
 * The declarations of a `style` attribute that only change how text looks; `''` when nothing is left or
 * the whole is not plainly written. Nothing in it can load, move over other content or run.
 */
export function safeStyle(style: string, inSvg: boolean): string {
  const plain = style.slice(0, MAX_STYLE_CHARS).replace(/url\s*\(\s*[^\s)]{1,1000}\s*\)\s*/g, ' ');
  if (!PLAIN.test(plain)) return '';
  const kept: string[] = [];
  for (const declaration of plain.split(';')) {
    if (declaration.trim() === '') continue;
    const [, property, value] = /^\s*([-\w]{1,100})\s*:\s*([^:]*)$/.exec(declaration) ?? [];
    if (property === undefined || value === undefined) return '';
    if (value !== '' && isAllowed(property.toLowerCase(), value, inSvg))
      kept.push(`${property}: ${value};`);
  }
  return kept.join(' ');
}
