import { readFileSync } from 'node:fs';
import type { ConfigProblem } from './config-error.js';
import type { SettingMeta } from './setting.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variable that names the file which holds a secret, as container platforms mount them. */
export const fileVariable = (env: string): string => `${env}_FILE`;

/**
 * The text of a setting, without white space around it; empty when it is not given. A secret may come from a file
 * instead, so that it is in no process listing and no manifest.
 */
export function textOf(
  { env: name, secret }: Pick<SettingMeta, 'env' | 'secret'>,
  env: Environment,
): { readonly text: string } | ConfigProblem {
  const given = env[name]?.trim() ?? '';
  const file = secret ? (env[fileVariable(name)]?.trim() ?? '') : '';
  if (file === '') return { text: given };
  if (given !== '') {
    return { env: name, problem: `is set beside ${fileVariable(name)}: give one of them` };
  }
  return textOfFile(fileVariable(name), file);
}

/**
 * What a file named by a setting holds.
 * @returns a problem when it can't be read or holds nothing: a secret that is silently absent would open doors
 */
export function textOfFile(env: string, file: string): { readonly text: string } | ConfigProblem {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return text === '' ? { env, problem: `names ${file}, which is empty` } : { text };
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    return { env, problem: `names ${file}, which can't be read (${code})` };
  }
}
