/** What the question is about. */
const SUBJECT =
  /\bcookies?\b|\bpersonal data\b|\bprivacy\b|\bconsent\b|\bgdpr\b|\bdatenschutz|\beinwilligung|\bpersonenbezogen|\bdonnées personnelles|\bconsentement|\bvie privée|\bconfidentialité|\bdatos personales|\bprivacidad|\bconsentimiento|\bdati personali|\bconsenso|\bdados pessoais|\bconsentimento|\bpersoonsgegevens|\btoestemming|\bprywatnoś|\bciasteczk|\bpersonuppgifter|\bsamtyck|\bpersondata|\bsamtykke|\bevästei|куки|персональных данных|çerez|kişisel veri|كوكيز|ملفات تعريف الارتباط|クッキー|쿠키/gi;

/** What one is asked to do. */
const ANSWER =
  /\b(?:accept|agree|reject|decline|allow|manage|consent to|opt out)\b|\b(?:akzeptieren|zustimmen|einverstanden|ablehnen|zulassen)\b|\b(?:accepter|refuser|tout accepter|j'accepte|paramétrer)\b|\b(?:aceptar|rechazar|aceito|aceitar|rejeitar|accetta|accetto|rifiuta|acconsento)\b|\b(?:accepteren|weigeren|akkoord|godkänn|acceptera|godta|accepter alle|tillad|hyväksy|zgadzam|akceptuj|kabul et|reddet)|принять|принимаю|согласен|согласиться|同意|動意|동의/gi;

/** Words of a page that has room for little else: an article on cookies has more to say. */
const MIN_SUBJECTS = 3;

/** Share of a text's characters that speak of consent, from 0 to 1, were each word a sentence's worth. */
const WORTH = 90;

/** Pages with more text than this hold more than a question. */
const MAX_LENGTH = 6_000;

/** Whether a page's whole text, short as it is, is the question whether cookies are consented to. */
export function asksForConsent(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const subjects = text.match(SUBJECT)?.length ?? 0;
  const answers = text.match(ANSWER)?.length ?? 0;
  if (subjects < MIN_SUBJECTS || answers < 2) return false;
  return (subjects + answers) * WORTH >= text.length / 2;
}
