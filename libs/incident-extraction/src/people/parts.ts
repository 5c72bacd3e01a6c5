import { BE } from '../language/function-words.js';
import type { Token } from '../text/tokens.js';
import { isAged } from './edges.js';
import { countOf, type Person } from './person.js';
import { WordList, WordSet } from '../language/word-list.js';

const LINKS = new WordSet(', and & or as well plus also the along his her their'.split(' '));

/** Where the ages of several people end ("…, ages 31, 32 and 33,"); `from` where there are none. */
export function agesTo(tokens: readonly Token[], from: number): number {
  let at = tokens[from]?.low === ',' ? from + 1 : from;
  // "two men, 18 and 20, and one woman".
  const bare = at > from && isAge(tokens[at]) && tokens[at + 1]?.low === 'and';
  if (bare && isAge(tokens[at + 2]) && tokens[at + 3]?.low === ',') return at + 3;
  if (!/^age[sd]$/.test(tokens[at]?.low ?? '') || !isAge(tokens[at + 1])) return from;
  for (at += 2; at < tokens.length; at++) {
    const and = /^[,&]$|^and$/.test(tokens[at]!.low) && !isAge(tokens[at]) ? 1 : 0;
    const both = and && tokens[at + 1]?.low === 'and' ? 1 : 0;
    if (!isAge(tokens[at + and + both])) break;
    at += and + both;
  }
  return at;
}

/** How many ages stand behind a phrase: "the men, ages 20, 21 and 35," are three; 0 for none. */
export const agesOf = (tokens: readonly Token[], from: number): number =>
  tokens.slice(from, agesTo(tokens, from)).filter(isAge).length;

/** Where a list of ages begins that ends at a token, its comma included; `to` where none does. */
export function agesFrom(tokens: readonly Token[], to: number): number {
  let at = to - 1;
  while (at > 0 && (isAge(tokens[at]) || /^[,&]$|^and$/.test(tokens[at]!.low))) at--;
  if (!/^age[sd]$/.test(tokens[at]?.low ?? '')) return to;
  return tokens[at - 1]?.low === ',' ? at - 1 : at;
}

const isAge = (token: Token | undefined): boolean => /^\d{1,3}$/.test(token?.low ?? '');

/** Whether only commas, ages and "and" stand between two phrases. */
export function isCoordinated(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from) return false;
  // "four men, ages 31, 32, 33 and 34, and a boy".
  const aged = agesTo(tokens, from);
  if (aged > from) return to === aged || isCoordinated(tokens, aged, to);
  if (to - from > 4) return false;
  // "37-year-old Ann Roe; 18-year-old Tom Lee": marks of a list.
  if (to - from === 1 && tokens[from]!.low === ';') return isAged(tokens[to]!.low);
  // "two bystanders, one of whom", "eight, four of them": of those before.
  if (/^(?:whom|them)$/.test(tokens[to + 2]?.low ?? '') && tokens[to + 1]!.low === 'of')
    return false;
  // "wounded three, one critically": of the three.
  const closing = tokens[to + 2]?.kind ?? 'mark';
  if (GRAVELY.test(tokens[to + 1]?.low ?? '') && closing === 'mark') return false;
  // "hurt along with two others" joins, "with" alone does not.
  const joining =
    tokens[to - 1]!.low === 'with' && /^(?:along|together)$/.test(tokens[to - 2]!.low);
  if (joining) return to - from === 2 || (to - from === 3 && tokens[from]!.low === ',');
  // "identified as Roe": only "as well as" joins.
  if (tokens[from]!.low === 'as' && tokens[from + 1]?.low !== 'well') return false;
  if (tokens[from]!.low === ',' && isSource(tokens, from)) return false;
  // "her daughter, Brown's sister and her husband".
  const owner = OWNS.test(tokens[to - 1]!.low) && to - from > 2 && tokens[to - 2]!.capital ? 2 : 0;
  return tokens
    .slice(from, to - owner)
    .every(
      (token, i, all) =>
        LINKS.has(token.low) || isAge(token) || (token.low === ';' && isAge(all[i - 1])),
    );
}

const GRAVELY = new WordList(/^(?:critically|seriously|fatally|gravely|severely)$/);
const OWNS = new WordList(/^(?:'s|’s)$/);

/** How long the phrase is of whom something is according to, in tokens. */
const SOURCE_REACH = 8;

/** "According to Sgt. Lee, Ann Roe was shot": who says so is none of a list. */
function isSource(tokens: readonly Token[], comma: number): boolean {
  for (let at = comma - 1; at > 0 && comma - at <= SOURCE_REACH; at--) {
    const { low } = tokens[at]!;
    if (low === ',') return false;
    if (low === 'to') return tokens[at - 1]!.low === 'according';
  }
  return false;
}

/** "his wife, Mary Smith," and "Mary Smith, 31, a teacher," are one person each. */
export function joinAppositions(tokens: readonly Token[], people: readonly Person[]): Person[] {
  const joined: Person[] = [];
  for (const person of people) {
    const last = joined.at(-1);
    const single = last && isOne(last) && !person.plural && !person.count;
    const named = last && ((last.name === null) !== (person.name === null) || last.count !== null);
    const indefinite =
      last &&
      ((isIndefinite(tokens, person) && (!isIndefinite(tokens, last) || isRole(tokens, last))) ||
        (isIndefinite(tokens, last) && isPossessed(tokens, person)));
    if (single && (named || indefinite) && isApposed(tokens, last, person)) {
      joined[joined.length - 1] = {
        ...last,
        plural: false,
        actor: last.actor ?? person.actor,
        name: last.name ?? person.name,
        age: last.age ?? person.age,
        to: person.to,
      };
    } else joined.push(person);
  }
  return joined;
}

/** "a girl, his relative,". */
const isPossessed = (tokens: readonly Token[], { from }: Person): boolean =>
  /^(?:his|her|their)$/.test(tokens[from]!.low);

/** "the victim, a 2-year-old child,": what the first one is. */
const isIndefinite = (tokens: readonly Token[], { from }: Person): boolean =>
  /^an?$/.test(tokens[from]!.low);

/** "a second victim, an 18-year-old man,": a word that leaves open who it is. */
const isRole = (tokens: readonly Token[], { to }: Person): boolean =>
  /^(?:victim|person|suspect)$/.test(tokens[to - 1]!.low);

/** "one of the victims" is one, though its noun is a plural. */
const isOne = ({ count, plural }: Person): boolean => (count ? count.best === 1 : !plural);

/** Only a comma stands between, with the first one's age; a list that goes on is no apposition. */
function isApposed(tokens: readonly Token[], last: Person, person: Person): boolean {
  if (tokens[last.to]?.low !== ',') return false;
  const aged = last.age !== null && tokens[last.to + 2]?.low === ',' ? 2 : 0;
  // "his roommate, also a police officer,".
  const also = tokens[last.to + 1 + aged]?.low === 'also' ? 1 : 0;
  if (person.from !== last.to + 1 + aged + also) return false;
  // "Roe, the sheriff's office said".
  return !/^(?:and|'s|’s)$/.test(tokens[person.to]?.low ?? '');
}

const ANYONE = /^(?:people|persons|victims|others|suspects|more|two|both)$/;

const INCLUDING = new WordSet(['including', 'among', 'include', 'included', 'includes', 'them']);

/** Marks those whom the phrase before them counts already. */
export function markParts(tokens: readonly Token[], people: readonly Person[]): void {
  let whole = false;
  for (const [i, person] of people.entries()) {
    const before = person.from > 0 ? tokens[person.from - 1]!.low : '';
    const previous = i > 0 ? people[i - 1] : undefined;
    // "a boy, one of three people hit by gunfire,": he is the one.
    const oneOf = person.whole !== null && person.count?.best === 1;
    if (oneOf && previous && isOne(previous) && isApposed(tokens, previous, person))
      person.part = true;
    if (previous && isOfThem(tokens, previous, person) && people[i + 1]?.from === person.to)
      person.part = true;
    // "Including the gunman, five people died": of parts that stand first the whole follows.
    whole ||= previous?.part === false;
    const listed = previous?.part && whole && isCoordinated(tokens, previous.to, person.from);
    // "He was among 12 people hurt": the twelve are the whole, and he one of them.
    // "Child among 3 shot" leaves the verb out.
    const headline = person.count !== null && previous?.to === person.from - 1;
    if (before === 'among' && (headline || BE.has(tokens[person.from - 2]?.low ?? ''))) {
      if (previous && person.count) previous.part = true;
      continue;
    }
    person.part ||= INCLUDING.has(before) || (Boolean(listed) && !isSubject(tokens, person));
    for (const part of partsListed(tokens, people, i)) part.part = true;
  }
}

/** "five people – two of them children –": of those before the mark, who are more. */
function isOfThem(tokens: readonly Token[], { to, count }: Person, person: Person): boolean {
  if (!/^(?:[(,–—-]|--)$/.test(tokens[to]?.low ?? '')) return false;
  if (tokens.slice(to, person.from).some(({ kind }) => kind !== 'mark')) return false;
  if (tokens[person.to - 1]!.low !== 'them' || tokens[person.to - 2]?.low !== 'of') return false;
  return count !== null && (count.best ?? 0) > (person.count?.best ?? 0);
}

/** "including a boy, and four others were hurt": a clause of their own begins. */
const isSubject = (tokens: readonly Token[], { from, to }: Person): boolean =>
  tokens[from - 1]?.low === 'and' &&
  tokens[from - 2]?.low === ',' &&
  (BE.has(tokens[to]?.low ?? '') || HARMED.test(tokens[to]?.low ?? ''));

/** "left seven dead, including a boy, and one wounded". */
const HARMED = /^(?:dead|killed|wounded|injured|hurt|missing)$/;

/** "Two victims, a man and a woman,", "four people – three women and one man –": a list of as many. */
function partsListed(
  tokens: readonly Token[],
  people: readonly Person[],
  whole: number,
): readonly Person[] {
  const { count, to } = people[whole]!;
  const total = count?.best ?? 0;
  if (total < 2 || !/^[,:(–—-]$/.test(tokens[to]?.low ?? '')) return [];
  const parts: Person[] = [];
  let sum = 0;
  for (const person of people.slice(whole + 1)) {
    const before = parts.at(-1);
    const near = before
      ? isCoordinated(tokens, before.to, person.from)
      : person.from - to <= 2 && tokens.slice(to, person.from).every(({ kind }) => kind === 'mark');
    if (!near || sum >= total) break;
    parts.push(person);
    sum += countOf(person)?.best ?? Infinity;
  }
  // "2 adults, 2 children": as many again, unless the first word may mean anyone.
  const again = parts.length === 1 && !ANYONE.test(tokens[to - 1]!.low);
  return sum === total && !again ? parts : [];
}
