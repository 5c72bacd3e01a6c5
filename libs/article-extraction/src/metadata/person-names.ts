import { plainText } from '../text/plain-text.js';

/** What a name in a byline is: a person, or a group (agency, desk, staff, institution). */
export interface Byline {
  readonly name: string;
  readonly isGroup: boolean;
}

/** Words before the names, in the languages of most news. */
export const LEAD =
  /^(?:(?:(?:written|reported|story|posted|words|text|article|analysis|opinion|review|published|created|submitted)\s+)?by\b|a cura di\b|(?:von|por|par|di|door|av|af|oleh|per|írta|autore?|auteur|автор|текст|yazan|بقلم|كتبت?|מאת|نویسنده|words)(?![\p{L}\p{M}])|(?:本报|本報)?(?:文|撰文|作者|記者|记者|通訊員|通讯员|執筆|取材)(?=[\s:：/／]))\s*[:：/／]?\s*/iu;
const LEAD_ALONE = /^(?:by|von|por|par|di|door|av|af)$/i;
/** Korean and Japanese put the office behind the name. */
const OFFICE_BEHIND = /\s*(?:기자|특파원|논설위원|記者)$/u;

const GROUP =
  /(?<![\p{L}])(?:reporters?|editors?|editorial|correspondents?|writers?|staff|journalists?|columnists?|contributors?|producers?|bureau|team|desk|newsroom|redaktion|redacci[oó]n|r[eé]daction|redazione|redactie|redação|redakcja|редакция|admin(?:istrator)?|webmaster|photographers?|anchor|guest|agenc(?:y|ies|ia)|agentur|associated press|press|reuters|afp|dpa|efe|ansa|xinhua|bloomberg|tass|тасс|interfax|интерфакс|рия|pti|ians|upi|bernama|antara|kyodo|yonhap|belga|anp|apa|sda|ritzau|ntb|cna|wire|news(?:paper)?|noticias|nachrichten|actu|media|magazine|journal|gazette|herald|tribune|times|post|daily|tv|radio|online|university|universit[àäéy]\p{L}*|institute?|department|ministry|office|association|foundation|inc|ltd|gmbh|llc|company)(?![\p{L}])/iu;
const DEGREE = /^(?:ph\.? ?d|m\.? ?d|j\.? ?d|mba|esq|msc|ba|ma|rn|dr|prof)\.?$/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
/** Small words within names. */
const PARTICLE =
  /^(?:al|el|bin|bint|ibn|da|das|de|del|dela|della|der|di|do|dos|du|e|i|la|le|los|san|ten|ter|van|von|vom|y|zu|zur|af|av)$/iu;
const AND = /\s+(?:and|und|et|y|e|og|och|en|i|и|та|ve|dan|και|و|&)\s+/iu;
const NOT_NAME =
  /[@/\\:<>{}|=\d#]|^\S+\.(?:com|org|net|de|co)\b\S*$|^(?:home|show|all|post|share|follow|more|view|read|about|image|photo|getty|credit|updated|published|posted|comments?|print|email|save|listen|advert)/i;
const MAX_WORDS = 5;
const MAX_LENGTH = 60;
/** Longer lists of authors are of scientific papers; more is no byline. */
const MAX_NAMES = 25;
const MAX_TEXT = 400;

/** "By Ann Lee, Reporter and Bob Ray | Agency" → its names. */
export function namesIn(text: string): Byline[] {
  const line = plainText(text.slice(0, MAX_TEXT));
  return line
    .split(/\s*(?:,|;|、|，|\||•|·|\/|\s[-–—](?:\s|$))\s*/u)
    .flatMap(splitPair)
    .slice(0, MAX_NAMES)
    .flatMap((part) => {
      const name = part
        .replace(LEAD, '')
        .replace(OFFICE_BEHIND, '')
        .replace(/^[\s"'“”(\[©–—-]+|[\s"“”)\]–—-]+$/gu, '')
        .replace(/(?<=\p{Ll}{3})\.$/u, '');
      return isName(name) ? [{ name, isGroup: GROUP.test(name) }] : [];
    });
}

/** "Ann Lee and Bob Ray" are two, "Ruiz y Vega" is one. */
function splitPair(text: string): string[] {
  const parts = text.replace(LEAD, '').split(AND);
  if (parts.length < 2) return [text];
  const isPair = parts.every((part) => part.trim().includes(' ') || GROUP.test(part));
  return isPair || / (?:and|und|et|&) /i.test(text) ? parts : [text];
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > MAX_LENGTH || NOT_NAME.test(name)) return false;
  if (DEGREE.test(name) || SUFFIX.test(name) || LEAD_ALONE.test(name)) return false;
  const words = name.split(' ');
  return (
    words.length <= MAX_WORDS && !/^\p{Ll}/u.test(words.find((word) => !PARTICLE.test(word)) ?? 'a')
  );
}

/** Whether a text is one person's name and nothing else: two to five capitalised words, or the like without case. */
export function isPersonName(name: string): boolean {
  const words = name.split(' ');
  if (GROUP.test(name) || !isName(name)) return false;
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]{2,6}$/u.test(name)) return true;
  return (
    words.length >= 2 && words.every((word) => PARTICLE.test(word) || !/^[\p{Ll}\P{L}]/u.test(word))
  );
}
