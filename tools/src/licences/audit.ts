import { execFile } from 'node:child_process';

/** What `npm audit --json` tells; the rest of it is for people. */
interface AuditReport {
  readonly vulnerabilities?: Record<
    string,
    { readonly name: string; readonly severity: string; readonly range: string }
  >;
  readonly message?: string;
  readonly error?: { readonly summary?: string };
}

export type AuditResult =
  | {
      readonly kind: 'asked';
      readonly grave: readonly string[];
      readonly others: readonly string[];
    }
  | { readonly kind: 'not asked'; readonly why: string };

const GRAVE = new Set(['high', 'critical']);
const LIMIT_MS = 60_000;

/** Asks the registry which of the packages that are shipped have known weaknesses. Many registries can't be asked. */
export function askRegistry(root: string): Promise<AuditResult> {
  const args = ['audit', '--json', '--package-lock-only', '--omit=dev'];
  return new Promise((resolve) => {
    execFile(
      'npm',
      args,
      { cwd: root, timeout: LIMIT_MS, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout) => resolve(auditResult(stdout, error?.message)),
    );
  });
}

/** @param output of `npm audit --json`, which ends with 1 both when it found something and when it could not ask */
export function auditResult(output: string, failure = 'no answer'): AuditResult {
  const report = parsed(output);
  if (report?.vulnerabilities === undefined) {
    const why = report?.error?.summary || report?.message || failure.split('\n')[0];
    return { kind: 'not asked', why: String(why) };
  }
  const found = Object.values(report.vulnerabilities).map(({ name, severity, range }) => ({
    isGrave: GRAVE.has(severity),
    text: `${severity}: ${name} ${range}`,
  }));
  return {
    kind: 'asked',
    grave: found.filter(({ isGrave }) => isGrave).map(({ text }) => text),
    others: found.filter(({ isGrave }) => !isGrave).map(({ text }) => text),
  };
}

function parsed(output: string): AuditReport | undefined {
  try {
    return JSON.parse(output) as AuditReport;
  } catch {
    return undefined;
  }
}
