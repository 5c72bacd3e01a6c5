/** Beginnings of month names in the languages of news pages, lower case, without diacritics. */
const NAMES: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'janv', 'jän', 'sty', 'led', 'янв', 'січ', 'oca', 'ιαν', 'يناير', 'tammi'],
  ['feb', 'fev', 'fév', 'lut', 'úno', 'uno', 'фев', 'лют', 'şub', 'sub', 'φεβ', 'فبراير', 'helmi'],
  ['mar', 'mär', 'maerz', 'mrz', 'maa', 'bře', 'мар', 'бер', 'μαρ', 'مارس', 'mrt'],
  ['apr', 'avr', 'abr', 'kwi', 'dub', 'апр', 'кві', 'nis', 'απρ', 'أبريل', 'huhti'],
  [
    'may',
    'mai',
    'maj',
    'mag',
    'mei',
    'maggio',
    'kvě',
    'май',
    'мая',
    'тра',
    'μαι',
    'μαϊ',
    'مايو',
    'touko',
  ],
  ['jun', 'juin', 'giu', 'cze', 'červn', 'июн', 'чер', 'haz', 'ιουν', 'يونيو', 'kesä'],
  ['jul', 'juil', 'lug', 'lip', 'červen', 'июл', 'лип', 'tem', 'ιουλ', 'يوليو', 'heinä'],
  ['aug', 'aou', 'aoû', 'ago', 'sie', 'srp', 'авг', 'сер', 'ağu', 'agu', 'αυγ', 'أغسطس', 'elo'],
  ['sep', 'set', 'wrz', 'zář', 'сен', 'вер', 'eyl', 'σεπ', 'سبتمبر', 'syys'],
  ['oct', 'okt', 'out', 'ott', 'paź', 'říj', 'окт', 'жов', 'eki', 'οκτ', 'أكتوبر', 'loka'],
  ['nov', 'lis', 'noi', 'ноя', 'лист', 'kas', 'νοε', 'نوفمبر', 'marras'],
  ['dec', 'dez', 'déc', 'dic', 'dis', 'gru', 'pro', 'дек', 'гру', 'ara', 'δεκ', 'ديسمبر', 'joulu'],
];

const LONGEST_FIRST = NAMES.flatMap((names, index) =>
  names.map((name) => ({ name, month: index + 1 })),
).sort((a, b) => b.name.length - a.name.length);

/** The month, 1 to 12, that a word names in full or short, or null. */
export function monthOf(word: string): number | null {
  const lower = word.toLowerCase().replace(/\.$/, '');
  // Longer words than the longest month name ("administration") begin like months too.
  if (lower.length < 3 || lower.length > 12) return null;
  return LONGEST_FIRST.find(({ name }) => lower.startsWith(name))?.month ?? null;
}
