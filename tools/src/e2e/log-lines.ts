import { readFileSync } from 'node:fs';

/** A line of a service's log. */
export type LogLine = Readonly<Record<string, unknown>>;

/** Characters of a line: a reason and a stack find room, an article does not. */
const LONGEST = 4_000;
const LEVELS = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal']);

/** What must not stand in a log. */
export interface Forbidden {
  /** Passwords and keys. */
  readonly secrets: readonly string[];
  /** Texts of articles, of which no part of this many characters may stand there. */
  readonly texts: readonly string[];
}

/** Characters of an article in a row that are no chance: longer than its title or a quoted name. */
const QUOTED = 120;

export const linesOf = (file: string): string[] =>
  readFileSync(file, 'utf8').split('\n').filter(Boolean);

/** What is wrong with a line; nothing is when it is one event as JSON, without secrets and without an article's text. */
export function faultsOfLine(text: string, { secrets, texts }: Forbidden): string[] {
  const line = parsed(text);
  if (line === undefined) return [`no JSON: ${text}`];
  const { level, time, service, msg } = line;
  const faults: string[] = [];
  if (!LEVELS.has(String(level))) faults.push('no level');
  if (Number.isNaN(Date.parse(String(time)))) faults.push('no time');
  if (typeof service !== 'string' || typeof msg !== 'string') faults.push('no service or message');
  if (isAboutRecord(line) && !/^[0-9a-f]{32}$/.test(String(line['trace_id'])))
    faults.push('a record without its trace');
  if (text.length > LONGEST) faults.push(`${text.length} characters`);
  if (secrets.some((secret) => text.includes(secret))) faults.push('a secret');
  if (texts.some((article) => holdsPartOf(text, article))) faults.push('text of an article');
  return faults.map((fault) => `${fault}: ${text.slice(0, 300)}`);
}

/** Lines about one record name its offset; those about a partition don't. */
const isAboutRecord = (line: LogLine): boolean => 'offset' in line && 'key' in line;

function parsed(text: string): LogLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as LogLine) : undefined;
  } catch {
    return undefined;
  }
}

/** Looks at every piece of half the length that could begin a quotation: one of them is whole in any longer one. */
function holdsPartOf(line: string, article: string): boolean {
  const step = QUOTED / 2;
  for (let at = 0; at + step <= article.length; at += step)
    if (line.includes(JSON.stringify(article.slice(at, at + step)).slice(1, -1))) return true;
  return false;
}
