import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../stack/folders.js';
import { runFacts, type RunFacts } from './run-facts.js';

/** A report of a command, as it is kept in the repository. */
export interface KeptReport {
  /** The file's name without its ending. */
  readonly name: string;
  /** What it is of, a heading. */
  readonly title: string;
  /** The command that makes it again. */
  readonly command: string;
  /** For people, as the command prints it. */
  readonly text: string;
  /** For programs. */
  readonly report: object;
}

/** Writes `docs/reports/<name>.md` and `.json`. */
export function saveReport(
  kept: KeptReport,
  folder = join(ROOT, 'docs', 'reports'),
  facts = runFacts(),
): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${kept.name}.md`), markdownOf(kept, facts));
  const whole = { ...facts, command: kept.command, ...kept.report };
  writeFileSync(join(folder, `${kept.name}.json`), `${JSON.stringify(whole, null, 2)}\n`);
}

export function markdownOf({ title, command, text }: KeptReport, facts: RunFacts): string {
  const { date, commit, machine, versions } = facts;
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `# ${title}

\`${command}\` on ${date} at commit ${commit}; ${machine}; ${named.join(', ')}.

\`\`\`text
${text.trimEnd()}
\`\`\`
`;
}
