/** The kinds of line that RFC 9309 and its one common extension give a meaning. */
export type RobotsKey = 'user-agent' | 'allow' | 'disallow' | 'crawl-delay';

/** Spellings that crawlers in use accept, so that a typing error of the site still protects it. */
const SPELLINGS: readonly (readonly [RobotsKey, readonly string[]])[] = [
  ['user-agent', ['user-agent', 'useragent', 'user agent']],
  ['allow', ['allow']],
  ['disallow', ['disallow', 'dissallow', 'dissalow', 'disalow', 'diasllow', 'disallaw']],
  ['crawl-delay', ['crawl-delay', 'crawldelay', 'crawl delay']],
];

function keyOf(text: string): RobotsKey | undefined {
  const lower = text.toLowerCase();
  return SPELLINGS.find(([, spellings]) => spellings.some((s) => lower.startsWith(s)))?.[0];
}

/** `key value` without a colon is taken when it is exactly two words. */
function split(line: string): readonly [string, string] | undefined {
  const colon = line.indexOf(':');
  if (colon >= 0) return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
  const words = /^(\S+)[ \t]+(\S+)$/.exec(line);
  return words ? [words[1] ?? '', words[2] ?? ''] : undefined;
}

/** Longer ones are no path of any real site; what is beyond is cut, as the reference crawler does. */
const MAX_LINE_CHARS = 2083 * 8;

/** The lines of a robots.txt as keys and values, whatever they mean, comments and blanks gone. */
export function* robotsPairs(text: string): Generator<readonly [string, string]> {
  for (const raw of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const line = (raw.slice(0, MAX_LINE_CHARS).split('#', 1)[0] ?? '').trim();
    const pair = split(line);
    if (pair) yield pair;
  }
}

/** The lines that make up rules, in order. */
export function* robotsLines(text: string): Generator<readonly [RobotsKey, string]> {
  for (const [name, value] of robotsPairs(text)) {
    const key = keyOf(name);
    if (key) yield [key, value];
  }
}
