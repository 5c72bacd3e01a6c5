/** What the question is about. */
const SUBJECT =
  /\bcookies?\b|\bpersonal data\b|\bprivacy\b|\bconsent\b|\bgdpr\b|\bdatenschutz|\beinwilligung|\bpersonenbezogen|\bdonnées personnelles|\bconsentement|\bvie privée|\bconfidentialité|\bdatos personales|\bprivacidad|\bconsentimiento|\bdati personali|\bconsenso|\bdados pessoais|\bconsentimento|\bpersoonsgegevens|\btoestemming|\bprywatnoś|\bciasteczk|\bpersonuppgifter|\bsamtyck|\bpersondata|\bsamtykke|\bevästei|куки|персональных данных|çerez|kişisel veri|كوكيز|ملفات تعريف الارتباط|クッキー|쿠키/gi;

/** What one is asked to do. */
const ANSWER =
  /\b(?:accept|agree|reject|decline|allow|manage|consent to|opt out)\b|\b(?:akzeptieren|zustimmen|einverstanden|ablehnen|zulassen)\b|\b(?:accepter|refuser|tout accepter|j'accepte|paramétrer)\b|\b(?:aceptar|rechazar|aceito|aceitar|rejeitar|accetta|accetto|rifiuta|acconsento)\b|\b(?:accepteren|weigeren|akkoord|godkänn|acceptera|godta|accepter alle|tillad|hyväksy|zgadzam|akceptuj|kabul et|reddet)|принять|принимаю|согласен|согласиться|同意|動意|동의/gi;

/** Words of a page that has room for little else: an article on cookies has more to say. */
const MIN_SUBJECTS = 3;
const MIN_ANSWERS = 2;

/** Characters of a question for each of its telling words, at most. */
const WORTH = 180;

/** Pages with more text than this hold more than a question. */
const MAX_LENGTH = 6_000;

/** Length of a body that speaks of anything else, from which on it is an article beside a banner. */
const MAX_OWN_LENGTH = 300;

/**
 * Whether a page is nothing but the question whether cookies are consented to.
 * @param text the page's whole text
 * @param paragraphs its body, which may have been left without what the question says
 */
export function asksForConsent(text: string, paragraphs: readonly string[]): boolean {
  if (text.length > MAX_LENGTH) return false;
  const subjects = text.match(SUBJECT)?.length ?? 0;
  const answers = text.match(ANSWER)?.length ?? 0;
  if (subjects < MIN_SUBJECTS || answers < MIN_ANSWERS) return false;
  if ((subjects + answers) * WORTH < text.length) return false;
  const own = paragraphs.filter((paragraph) => paragraph.search(SUBJECT) === -1);
  return own.reduce((sum, { length }) => sum + length, 0) <= MAX_OWN_LENGTH;
}
