/**
 * What an address looks like. `front`: the site's own or a language's first page; `listing`: names a list, such as
 * a tag or a category; `bare`: short, without a headline in it; `document`: names one page, by a headline, a number
 * or a file; `unknown`: none given, or long without any of these.
 */
export type UrlShape = 'front' | 'listing' | 'bare' | 'document' | 'unknown';

const INDEX =
  /^(?:index|default|home|homepage|main|start|startseite|accueil|portada|inicio)(?:\.\w{2,5})?$/;
const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/;
const LISTING =
  /^(?:tags?|categor(?:y|ies|ie|ia)|kategorie|sections?|rubri(?:k|que|ca)|topics?|themen?|temas?|theme|authors?|autor(?:en)?|auteur|archives?|search|suche|page|latest|all|author-archive)$/;
/** Words joined by hyphens or underscores that only a headline has so many of. */
const HEADLINE_WORDS = 4;
/** Digits in a row that number articles; a year has fewer. */
const LONG_NUMBER = /\d{5,}/;
const EXTENSION = /\.[a-z]\w{1,4}$/;
const NUMBERED = /[?&](?:p|id|story|article\w*|aid|nid|sid|artid)=\d/i;
/** Longest path of a page that carries no headline, in segments. */
const BARE_SEGMENTS = 3;

/** The shape of an address: weak evidence, never enough alone. Never throws. */
export function urlShape(url: string): UrlShape {
  const parsed = URL.parse(url);
  if (parsed === null) return 'unknown';
  // Old servers write a session's id behind a semicolon.
  const path = parsed.pathname.toLowerCase().replace(/;[^/]*/g, '');
  const segments = path.split('/').filter(Boolean);
  const isQueried = NUMBERED.test(parsed.search);
  const named = segments.filter((each) => !INDEX.test(each) && !LANGUAGE.test(each));
  if (named.length === 0) return parsed.search === '' ? 'front' : 'document';
  if (isQueried || namesDocument(segments)) return 'document';
  // What the list is of follows, and perhaps a number: /category/sport/page/3
  if (segments.slice(0, -1).some((each) => LISTING.test(each))) return 'listing';
  return segments.length <= BARE_SEGMENTS ? 'bare' : 'unknown';
}

function namesDocument(segments: readonly string[]): boolean {
  const last = segments.at(-1) ?? '';
  const bare = last.replace(EXTENSION, '');
  if (INDEX.test(last)) return false;
  if (bare !== last && segments.length > 1) return true;
  return bare.split(/[-_+]|%20/).filter(Boolean).length >= HEADLINE_WORDS || LONG_NUMBER.test(bare);
}
