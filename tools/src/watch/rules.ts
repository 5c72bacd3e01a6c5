import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../stack/folders.js';

export interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

export interface Recording {
  readonly record: string;
  readonly expr: string;
}

interface RuleFile {
  readonly groups: readonly { readonly rules: readonly (Alert | Recording)[] }[];
}

export const PROMETHEUS = join(ROOT, 'deploy', 'prometheus');

function rulesOf(file: string): readonly (Alert | Recording)[] {
  const text = readFileSync(join(PROMETHEUS, 'rules', file), 'utf8');
  return (parse(text) as RuleFile).groups.flatMap(({ rules }) => rules);
}

/** What Prometheus computes ahead, in the order of the file. */
export const recordings = rulesOf('recording.yml') as readonly Recording[];

/** What Prometheus tells of. */
export const alerts = rulesOf('alerts.yml') as readonly Alert[];
