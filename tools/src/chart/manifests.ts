import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';

export const CHART = fileURLToPath(new URL('../../../deploy/helm/tocsin', import.meta.url));

/** One object as the cluster would be given it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string } & Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** @throws Error with what Helm said */
export async function helm(file: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(file, [...args], { maxBuffer: 16 * 1024 * 1024 });
  return stdout;
}

/** What `helm template` makes of the chart with some values, hooks included. */
export async function rendered(
  helmFile: string,
  ...values: readonly string[]
): Promise<Manifest[]> {
  const output = await helm(helmFile, 'template', 'line', CHART, '--namespace', 'news', ...values);
  return manifestsOf(output);
}

/** @throws Error on YAML that is none, duplicate keys included */
export function manifestsOf(text: string): Manifest[] {
  return parseAllDocuments(text, { uniqueKeys: true }).flatMap((document) => {
    const [error] = document.errors;
    if (error) throw error;
    const value = document.toJS() as Manifest | null;
    return value === null ? [] : [value];
  });
}
