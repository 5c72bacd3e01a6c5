import type { ConfigProblem } from '../config-error.js';
import { textOfFile } from '../setting-text.js';

/** How the other side's certificate is judged. */
export interface TlsTrust {
  /** Certificates of the authorities, PEM; without, those that the system trusts. */
  readonly ca?: string;
}

/** The authorities of a file, or a problem with it. */
export function trustOf(env: string, file: string | undefined): TlsTrust | ConfigProblem {
  if (file === undefined) return {};
  const found = textOfFile(env, file);
  if ('problem' in found) return found;
  return found.text.includes('-----BEGIN CERTIFICATE-----')
    ? { ca: found.text }
    : { env, problem: `names ${file}, which holds no certificate in PEM` };
}
