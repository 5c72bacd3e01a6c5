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
  hold: ['held', 'held'],
  meet: ['met', 'met'],
  fight: ['fought', 'fought'],
  find: ['found', 'found'],
  build: ['built', 'built'],
  break: ['broke', 'broken'],
  bring: ['brought', 'brought'],
  hit: ['hit', 'hit'],
  strike: ['struck', 'struck'],
  cut: ['cut', 'cut'],
  shut: ['shut', 'shut'],
  lay: ['laid', 'laid'],
  swear: ['swore', 'sworn'],
  run: ['ran', 'run'],
  come: ['came', 'come'],
  fall: ['fell', 'fallen'],
  flee: ['fled', 'fled'],
  leave: ['left', 'left'],
  catch: ['caught', 'caught'],
  burst: ['burst', 'burst'],
  begin: ['began', 'begun'],
  seek: ['sought', 'sought'],
  pay: ['paid', 'paid'],
  quit: ['quit', 'quit'],
  undertake: ['undertook', 'undertaken'],
  overtake: ['overtook', 'overtaken'],
  forbid: ['forbade', 'forbidden'],
  forgive: ['forgave', 'forgiven'],
  sell: ['sold', 'sold'],
  fly: ['flew', 'flown'],
  light: ['lit', 'lit'],
  slit: ['slit', 'slit'],
  mow: ['mowed', 'mown'],
  stand: ['stood', 'stood'],
  be: ['was', 'been'],
  make: ['made', 'made'],
  dig: ['dug', 'dug'],
  steal: ['stole', 'stolen'],
  rob: ['robbed', 'robbed'],
  traffic: ['trafficked', 'trafficked'],
};

/** Verbs that double their last consonant. */
const DOUBLING =
  /^(?:stab|gun|rob|kidnap|set|put|admit|ban|bar|beg|begin|commit|confer|cut|dig|expel|flip|flog|forbid|hit|lob|nab|permit|quit|ram|repel|run|shut|skid|slam|slit|snub|step|stop|swap)$/;

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
