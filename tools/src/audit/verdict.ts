/** What is judged of a mention beside the whole of it. */
export const FIELDS = [
  'type',
  'realis',
  'when',
  'where',
  'killed',
  'injured',
  'actors',
  'victims',
  'attribution',
] as const;
export type Field = (typeof FIELDS)[number];

/** What a reader found; null or absent is not judged. */
export interface Verdict {
  readonly verdict: 'correct' | 'wrong' | null;
  /** In a word or two, for the table of kinds; null where there is none. */
  readonly error: string | null;
  readonly fields: Readonly<Partial<Record<Field, boolean>>>;
}

const HEADING = '## Verdict';

/** The part of a case's file that is filled in. */
export const EMPTY_SHEET = [
  HEADING,
  '',
  'verdict: `correct` or `wrong`; error: the kind in a word or two; fields: `right` or `wrong`, empty where nothing is to judge.',
  '',
  '- verdict:',
  '- error:',
  ...FIELDS.map((field) => `- ${field}:`),
  '- note:',
  '',
].join('\n');

/** Reads a filled sheet. @throws Error that names each line that says something else */
export function readVerdict(markdown: string): Verdict {
  // The last one: the article above may hold anything.
  const sheet = markdown.slice(markdown.lastIndexOf(`\n${HEADING}\n`) + 1);
  const lines = new Map(
    [...sheet.matchAll(/^- (\w+):[ \t]*(.*)$/gm)].map(([, key, value]) => [key!, value!.trim()]),
  );
  const wrong: string[] = [];
  const word = (key: string, known: readonly string[]): string | null => {
    const said = (lines.get(key) ?? '').toLowerCase();
    if (said === '') return null;
    if (known.includes(said)) return said;
    wrong.push(`${key} is "${said}": it may be ${known.join(' or ')}`);
    return null;
  };
  const verdict = word('verdict', ['correct', 'wrong']) as Verdict['verdict'];
  const fields: Partial<Record<Field, boolean>> = {};
  for (const field of FIELDS) {
    const said = word(field, ['right', 'wrong']);
    if (said !== null) fields[field] = said === 'right';
  }
  if (wrong.length > 0) throw new Error(wrong.join('; '));
  return { verdict, error: lines.get('error') || null, fields };
}
