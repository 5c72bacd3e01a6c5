/** Which form of a verb a token is; `past` also stands for regular participles. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund';

/** Past and participle of the irregular verbs that the lexicons use. */
const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  shoot: ['shot', 'shot'],
  slay: ['slew', 'slain'],
  beat: ['beat', 'beaten'],
  hurt: ['hurt', 'hurt'],
  die: ['died', 'died'],
  lose: ['lost', 'lost'],
  bleed: ['bled', 'bled'],
  take: ['took', 'taken'],
  withdraw: ['withdrew', 'withdrawn'],
  drive: ['drove', 'driven'],
  blow: ['blew', 'blown'],
  go: ['went', 'gone'],
  throw: ['threw', 'thrown'],
  set: ['set', 'set'],
  put: ['put', 'put'],
  sink: ['sank', 'sunk'],
  send: ['sent', 'sent'],
  burn: ['burned', 'burned'],
  say: ['said', 'said'],
  tell: ['told', 'told'],
  trade: ['traded', 'traded'],
  retake: ['retook', 'retaken'],
  overrun: ['overran', 'overrun'],
  give: ['gave', 'given'],
};

/** Verbs that double their last consonant. */
const DOUBLING = /^(?:stab|gun|rob|kidnap|set|put)$/;

/** The forms of a verb, by its lemma. */
export function verbForms(lemma: string): Record<VerbForm, string> {
  const irregular = IRREGULAR[lemma];
  const stem = DOUBLING.test(lemma) ? lemma + lemma.at(-1)! : lemma;
  const past = lemma.endsWith('e')
    ? `${lemma}d`
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ied`
      : `${stem}ed`;
  const gerund =
    lemma === 'die' ? 'dying' : /[^e]e$/.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${stem}ing`;
  return {
    base: lemma,
    third: plural(lemma),
    past: irregular?.[0] ?? past,
    participle: irregular?.[1] ?? past,
    gerund,
  };
}

/** The regular plural of a noun (and third person of a verb). */
export function plural(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}
