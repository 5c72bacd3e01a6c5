import { DETERMINERS, PHRASE_STOPS } from '../language/function-words.js';
import { organisations } from '../lexicon/organisations.js';
import { findEach, indexOfWords, PhraseIndex, type PhraseMatch } from '../lexicon/phrase-index.js';
import { personNouns } from '../lexicon/actors.js';
import { triggers } from '../lexicon/triggers.js';
import type { Token } from '../text/tokens.js';
import { WordList } from '../language/word-list.js';

/** An armed organisation as one text knows it. */
export interface Organisation {
  /** The name that the text gives first; the same for its acronym. */
  readonly name: string;
  /** Class of actor. */
  readonly actorClass: string;
}

/** What an organisation's name ends in or has before "of": "Liberation Front", "Army of …". */
const HEAD = new WordList(
  /^(?:front|army|movement|command|commando|brigade|brigades|cartel|squad|squads|organization|organisation|forces|force|coordinator|coordinating|coordination|militia|legion|league|bloc|resistance|jihad)$/,
);
const HEADS = indexOfWords(HEAD.words);
/** With one of these in it the organisation fights the state. */
const REBEL = new WordList(
  /^(?:liberation|revolutionary|revolution|guerrilla|rebel|insurgent|people's|popular|patriotic|socialist|communist|marxist|resistance|jihad|islamic|separatist|subversive|armed|martyrs|commando|commandos|freedom|self-determination)$/,
);
const STATE =
  /^(?:infantry|artillery|engineer|engineers|cavalry|airborne|police|security|treasury|salvadoran|republic|air|military|ministry|national guard|u\\.s\\.|u\\.n\\.)$/;
const LONGEST = 7;

/** The armed organisations that a text names: those of the lexicon, and those that its own words show to be one. */
export class OrganisationBook {
  private readonly own = new PhraseIndex<Organisation>(false);
  private hasOwn = false;

  static read(sentences: readonly (readonly Token[])[]): OrganisationBook {
    const book = new OrganisationBook();
    for (const tokens of sentences) book.learn(tokens);
    return book;
  }

  /** All occurrences in a sentence, by name or acronym. */
  findAll(tokens: readonly Token[]): PhraseMatch<Organisation>[] {
    if (!this.hasOwn && !organisations.mayFind(tokens)) return [];
    return findEach(tokens, (at) => this.at(tokens, at));
  }

  private at(tokens: readonly Token[], at: number): PhraseMatch<Organisation> | null {
    const own = this.own.at(tokens, at);
    const known = organisations.at(tokens, at);
    if (!known || (own && own.to >= known.to)) return own;
    const name = textOf(tokens, known.from, known.to);
    return { from: known.from, to: known.to, value: { name, actorClass: known.value } };
  }

  /** "the X Liberation Front (XLF)", "XLF [X Liberation Front]": name and acronym are one. */
  private learn(tokens: readonly Token[]): void {
    if (!HEADS.mayFind(tokens) && !organisations.mayFind(tokens)) return;
    for (let i = 0; i < tokens.length;) {
      const found = nameEnding(tokens, i) ?? organisations.at(tokens, i);
      if (!found) {
        i++;
        continue;
      }
      const organisation = { name: textOf(tokens, found.from, found.to), actorClass: found.value };
      this.remember(tokens, found.from, found.to, organisation);
      const inside = bracketed(tokens, found.to);
      if (inside) this.remember(tokens, inside.from, inside.to, organisation);
      const before = /^[([]$/.test(tokens[found.from - 1]?.low ?? '') ? found.from - 2 : -1;
      if (before >= 0 && isAcronym(tokens[before]!))
        this.remember(tokens, before, before + 1, organisation);
      i = Math.max(found.to, i + 1);
    }
  }

  private remember(
    tokens: readonly Token[],
    from: number,
    to: number,
    organisation: Organisation,
  ): void {
    this.hasOwn = true;
    this.own.add(
      tokens
        .slice(from, to)
        .map(({ low }) => low)
        .join(' '),
      organisation,
    );
  }
}

const textOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(" 's", "'s");

const isAcronym = ({ text, kind }: Token): boolean =>
  kind === 'word' &&
  /^\p{Lu}[\p{Lu}\d-]{1,7}$/u.test(text) &&
  !DETERMINERS.has(text.toLowerCase()) &&
  !PHRASE_STOPS.has(text.toLowerCase());

/** The single word in brackets behind a name. */
function bracketed(tokens: readonly Token[], at: number): { from: number; to: number } | null {
  if (!/^[([]$/.test(tokens[at]?.low ?? '') || !tokens[at + 1] || !isAcronym(tokens[at + 1]!))
    return null;
  const to = tokens.findIndex((token, i) => i > at + 1 && i < at + 6 && /^[)\]]$/.test(token.low));
  return to < 0 ? null : { from: at + 1, to };
}

/** A name whose head stands at a token: capitalised words before it, "of …" behind it. */
function nameEnding(tokens: readonly Token[], head: number): PhraseMatch<string> | null {
  if (!HEAD.test(tokens[head]!.low) || !tokens[head]!.capital) return null;
  let from = head;
  while (from > 0 && head - from < LONGEST && isNameWord(tokens, from - 1)) from--;
  let to = head + 1;
  if (tokens[to]?.low === 'of' || tokens[to]?.low === 'for') {
    let end = to + 1;
    if (DETERMINERS.has(tokens[end]?.low ?? '')) end++;
    const start = end;
    while (end < tokens.length && end - start < 3 && isNameWord(tokens, end)) end++;
    if (end > start) to = end;
  }
  const words = tokens.slice(from, to).map(({ low }) => low);
  if (words.length < 2 || words.some((word) => STATE.test(word))) return null;
  if (words.includes('cartel') && words.length > 1) return { from, to, value: 'criminal' };
  return words.filter((word) => REBEL.test(word)).length > 0 && words.length >= 3
    ? { from, to, value: 'rebel' }
    : null;
}

function isNameWord(tokens: readonly Token[], at: number): boolean {
  const { low, kind, capital } = tokens[at]!;
  if (low === "'s") return true;
  if (kind === 'mark' || !capital || DETERMINERS.has(low) || PHRASE_STOPS.has(low))
    return kind === 'number';
  if (HEAD.test(low) || REBEL.test(low)) return true;
  return !triggers.at(tokens, at) && !personNouns.at(tokens, at);
}
