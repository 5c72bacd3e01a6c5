import { isGivenName, isTitle } from './persons.js';
import type { Token } from './tokens.js';
import {
  COMMON_WORDS,
  COMPASS,
  DEMONYMS,
  DIRECTIONS,
  DIVISION,
  DIVISION_BEFORE,
  GIVEN_NAMES,
  LOCATIVE,
  LOCATIVE_WEAK,
  ORGANISATION_BEFORE,
  PART_OF,
  PEOPLE_OF,
  SAYING,
} from './words.js';

/** What is known of the text that a name stands in. */
export interface Surroundings {
  readonly tokens: readonly Token[];
  /** Wire copy in capitals. */
  readonly upperCase: boolean;
  /** Surnames of the text's persons, folded. */
  readonly persons: ReadonlySet<string>;
}

/** Where a name stands: indices of its first and last word. */
export interface Span {
  readonly first: number;
  readonly last: number;
  readonly folded: string;
}

/** Names of what the words of and around a name tell; each has its weight in the model. */
export function signalsOf(span: Span, text: Surroundings): string[] {
  const found = [...ownWords(span, text), ...wordsBefore(span, text), ...wordsAfter(span, text)];
  const part = found.includes('before:name') && !found.includes('located');
  // "Paris Hilton sang": a first name, where nothing says that it is where.
  if (part) found.push(found.includes('initial') ? 'part:initial' : 'part');
  return text.upperCase
    ? [...found, 'capitals', ...found.map((name) => `capitals:${name}`)]
    : found;
}

function ownWords({ first, last, folded }: Span, { tokens, persons }: Surroundings): string[] {
  const start = tokens[first] as Token;
  const end = tokens[last] as Token;
  const single = first === last;
  const found = [single ? 'single' : 'several'];
  if (single && COMMON_WORDS.has(folded)) {
    found.push('common');
    if (start.initial) found.push('commonInitial');
  }
  if (single && GIVEN_NAMES.has(folded)) found.push('givenName');
  if (persons.has(folded)) found.push(single ? 'person' : 'personLong');
  if (start.initial) found.push(single ? 'initial' : 'initialLong');
  if (single && /^[A-Z]{2,3}$/.test(start.text)) found.push('letters');
  else if (start.text.length > 3 && start.text === start.text.toUpperCase()) found.push('shouted');
  if (single && /\.$/.test(start.text)) found.push('dotted');
  if (folded.length < 5) found.push('short');
  if (end.possessive) found.push('possessive');
  return found;
}

function wordsBefore({ first }: Span, { tokens }: Surroundings): string[] {
  const start = tokens[first] as Token;
  if (start.afterComma) return ['afterComma'];
  const before = start.joined ? tokens[first - 1] : undefined;
  if (!before) return ['detached'];
  if (start.hyphened) return ['afterHyphen'];
  const word = before.lower;
  if (LOCATIVE.has(word)) return ['located', `after:${word === 'in' ? 'in' : 'locative'}`];
  if (COMPASS.has(word))
    return ['located', before.initial ? 'after:compassInitial' : 'after:compass'];
  if (LOCATIVE_WEAK.has(word)) return weak(word, first, tokens);
  if (isTitle(before)) return ['after:title'];
  if (isGivenName(before)) return ['after:givenName'];
  if (ORGANISATION_BEFORE.has(word)) return ['after:organisation'];
  if (DEMONYMS.has(word)) return ['after:demonym'];
  if (/^[A-Z]\.?$/.test(before.text)) return ['after:letter'];
  if (before.capitalised) {
    if (PART_OF.has(word)) return [`after:${PART_OF.get(word)}`];
    return [
      before.initial ? 'after:nameInitial' : DIRECTIONS.has(word) ? 'after:part' : 'after:name',
    ];
  }
  if (word === 'and' || word === 'or') return ['after:and'];
  if (word === 'the') return ['after:the'];
  return [/^[0-9]+$/.test(word) ? 'after:number' : 'after:word'];
}

/** "city of X", "University of X", "in the county of X", "said X of Y". */
function weak(word: string, first: number, tokens: readonly Token[]): string[] {
  if (word !== 'of') return ['located', 'after:weak'];
  const of = tokens[first - 1] as Token;
  const head = of.joined ? tokens[first - 2] : undefined;
  if (!head) return ['located', 'after:commaOf'];
  if (DIVISION_BEFORE.has(head.lower)) return ['located', 'after:divisionOf'];
  return [head.capitalised && !head.initial ? 'after:nameOf' : 'after:of'];
}

function wordsAfter({ last }: Span, { tokens }: Surroundings): string[] {
  const after = tokens[last + 1];
  const next = after?.joined ? after : undefined;
  if (!next) return [after?.afterComma && after.capitalised ? 'before:comma' : 'before:end'];
  const word = next.lower;
  if (next.hyphened)
    return [
      word === 'based' ? 'before:based' : next.capitalised ? 'before:hyphen' : 'before:hyphenWord',
    ];
  if (DIVISION.has(word)) return [`before:${word === 'county' ? 'county' : 'division'}`];
  const kind = PART_OF.get(word);
  // "Florida Highway Patrol" is no road.
  if (next.capitalised && isOffice(tokens[last + 2])) return ['before:office'];
  if (next.capitalised && kind) return [`before:${kind}`];
  if (kind === 'office' || kind === 'school' || kind === 'transport')
    return [`before:${kind}Plain`];
  if (PEOPLE_OF.has(word)) return ['before:people'];
  if (SAYING.has(word)) return ['before:saying'];
  if (DEMONYMS.has(word)) return ['before:demonym'];
  if (next.capitalised) return ['before:name'];
  if (word === 'and' || word === 'or') return ['before:and'];
  return ['before:word'];
}

const isOffice = (token: Token | undefined): boolean =>
  token?.joined === true && token.capitalised && PART_OF.get(token.lower) === 'office';
