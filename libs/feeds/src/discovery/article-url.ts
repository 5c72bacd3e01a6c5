/**
 * Path segments of what is no article: lists, accounts, tools, legal pages. Whole segments only, as
 * the widespread systems name them.
 */
const OTHER_SEGMENTS = new Set(
  (
    'tag tags category categories author authors profile profiles topic topics search archive archives ' +
    'page login log-in signin sign-in logout signup sign-up register registration account accounts user users ' +
    'subscribe subscription subscriptions newsletter newsletters privacy privacy-policy terms terms-of-use ' +
    'cookies cookie-policy legal imprint impressum contact contact-us about about-us help faq advertise ' +
    'advertising jobs careers shop store cart checkout donate feed feeds rss sitemap wp-admin wp-content ' +
    'wp-json wp-login.php share print cdn-cgi'
  ).split(' '),
);

/** Endings of what is no page. */
const FILE =
  /\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|mp[34]|m4[av]|webm|mov|avi|wav|ogg|flac|m3u8|pdf|docx?|xlsx?|pptx?|zip|gz|rar|exe|dmg|apk|xml|rss|atom|json|css|js|ics|epub)$/i;

const DATE = /\/(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2])(?:[/-]|\d\d|$)/;
const LONG_NUMBER = /\d{5}/;
const SLUG_WORDS = 3;

const words = (segment: string) =>
  segment.split(/[-_]|%20/).filter((word) => /[^\W\d]|%[89A-F]/i.test(word)).length;

/**
 * Whether an address may be an article's, by its path alone.
 *
 * @param presented whether the page presents the link as a headline: then any depth will do
 */
export function looksLikeArticle({ pathname, search }: URL, presented: boolean): boolean {
  const path = pathname.slice(0, 2000);
  const segments = path.split('/').filter((segment) => segment !== '');
  if (segments.length === 0) return presented && /(?:^\?|&)(?:p|id|aid|story)=\d+/.test(search);
  if (FILE.test(path)) return false;
  if (segments.some((segment) => OTHER_SEGMENTS.has(segment.toLowerCase()))) return false;
  if (presented) return true;
  const isSlug = segments.some((segment) => words(segment) >= SLUG_WORDS);
  return isSlug || DATE.test(path) || LONG_NUMBER.test(path + search.slice(0, 500));
}
