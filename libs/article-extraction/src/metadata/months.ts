/**
 * The languages whose month names are known, those of most news first: of two languages that call two
 * months by one name ("listopad"), the page's own decides, then this order.
 */
const LANGUAGES = (
  'en de de-AT fr es pt it nl ru ar ar-SY ar-MA ar-DZ fa tr pl uk id vi sv da nb fi cs sk hu ro el he hr sr sr-Latn bg sl mk bs sq ' +
  'lt lv et is ca gl eu cy ga hi bn ur mr ta te kn ml gu pa ne si th my km lo ms fil sw af am az kk uz ky tg hy ka ' +
  'be mn zu so ha ps lb fo mt'
).split(' ');

type MonthNames = ReadonlyMap<string, number>;

/** Spellings that newsrooms use beside the platform's. */
const SPELLINGS: readonly (readonly [string, number])[] = [
  ['mrz', 3],
  ['maerz', 3],
];

const byLanguage = new Map<string, MonthNames>();
let all: MonthNames | undefined;

/**
 * The month, 1 to 12, that a word names in full or short, in any case and inflection that dates are
 * written in; null if none. The names are the platform's (Unicode CLDR).
 * @param language of the page, such as `pt-BR`
 */
export function monthOf(word: string, language = 'en'): number | null {
  const name = fold(word);
  if (name.length < 2 || name.length > 16) return null;
  const own = namesOf(language);
  return find(own, name) ?? find(namesOf('en'), name) ?? find((all ??= allNames()), name) ?? null;
}

/** By the whole name, or by its beginning: newsrooms shorten names in more ways than the platform lists. */
function find(names: MonthNames, name: string): number | undefined {
  return names.get(name) ?? (name.length >= 3 ? names.get(`${name}…`) : undefined);
}

function allNames(): MonthNames {
  const names = new Map<string, number>(SPELLINGS);
  for (const language of LANGUAGES) {
    for (const [name, month] of namesOf(language)) if (!names.has(name)) names.set(name, month);
  }
  return names;
}

function namesOf(language: string): MonthNames {
  const code = /^[a-z]{2,3}(?![a-z])/i.exec(language)?.[0].toLowerCase() ?? '';
  // A page could declare any number of languages: only those of the list are kept.
  const known = [language, code].find((each) => LANGUAGES.includes(each)) ?? 'en';
  let names = byLanguage.get(known);
  if (names === undefined) byLanguage.set(known, (names = readNames(known)));
  return names;
}

function readNames(language: string): MonthNames {
  const names = new Map<string, number>();
  const add = (name: string, month: number): void => {
    if (name.length >= 2 && !/^\d/.test(name) && !names.has(name)) names.set(name, month);
  };
  for (const options of FORMS) {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
      ...options,
      timeZone: 'UTC',
    });
    for (let month = 1; month <= 12; month++) {
      const parts = format.formatToParts(Date.UTC(2021, month - 1, 15));
      add(fold(parts.find(({ type }) => type === 'month')?.value ?? ''), month);
    }
  }
  const whole = [...names];
  // Beginnings of three letters and more that only one month has.
  for (const [name, month] of whole) {
    for (let length = 3; length < name.length; length++) {
      const beginning = name.slice(0, length);
      if (whole.every(([other, its]) => its === month || !other.startsWith(beginning))) {
        add(`${beginning}…`, month);
      }
    }
  }
  return names;
}

const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { day: 'numeric', month: 'long', year: 'numeric' },
  { month: 'long' },
  { day: 'numeric', month: 'short', year: 'numeric' },
  { month: 'short' },
];

/** Lower case without diacritics, dots and blanks. */
function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.\s]/gu, '')
    .replaceAll('ı', 'i');
}
