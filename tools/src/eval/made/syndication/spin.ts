import { readFileSync } from 'node:fs';
import { pick, sentencesOf, type Draft, type Random } from './draft.js';

const SYNONYMS = new Map(
  Object.entries(
    JSON.parse(
      readFileSync(new URL('../../../../sample/synonyms.json', import.meta.url), 'utf8'),
    ) as Record<string, readonly string[]>,
  ),
);

const FILLERS = ['In addition, ', 'Meanwhile, ', 'It was also noted that ', 'As it turned out, '];

/**
 * What article spinners do: every word that their list knows is replaced, whatever it means there, and sentences
 * are turned around. Names and figures, for which there are no synonyms, stay.
 * @param strength share of the known words that are replaced, and of the sentences that may be turned
 */
export function spin(draft: Draft, random: Random, strength: number): Draft {
  const respell = (text: string) =>
    text.replace(/[\p{L}]+/gu, (word) => {
      const known = SYNONYMS.get(word.toLowerCase());
      if (known === undefined || random() >= strength) return word;
      const other = pick(random, known);
      return /^\p{Lu}/u.test(word) ? other.slice(0, 1).toUpperCase() + other.slice(1) : other;
    });
  const sentence = (text: string) => respell(random() < strength ? turned(text, random) : text);
  return {
    ...draft,
    title: respell(draft.title),
    paragraphs: draft.paragraphs.map((each) => sentencesOf(each).map(sentence).join(' ')),
  };
}

const lower = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);
const upper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The first change that the sentence has a handle for. */
function turned(sentence: string, random: Random): string {
  const quoted = /^(["“][^"”]+),(["”]) ([^,.]{3,60})\.$/.exec(sentence);
  if (quoted) return `${upper(quoted[3] as string)}: ${quoted[1]}.${quoted[2]}`;
  const opened = /^((?:On|In|At|After|Before|During|By|With|For|Since) [^,.]{2,40}), (.+)\.$/.exec(
    sentence,
  );
  if (opened) return `${upper(opened[2] as string)} ${lower(opened[1] as string)}.`;
  const joined = /^(.{30,}?), (and|but|while) (.{20,})$/.exec(sentence);
  if (joined) {
    const [, first, word, second] = joined as unknown as [string, string, string, string];
    return `${first}. ${word === 'and' ? 'Moreover' : 'On the other hand'}, ${second}`;
  }
  const aside = sentence.replace(/ \([^)]{1,60}\)/, '');
  if (aside !== sentence) return aside;
  return random() < 0.3 && /^(The|A|It|He|She|They|This) /.test(sentence)
    ? `${pick(random, FILLERS)}${lower(sentence)}`
    : sentence;
}
