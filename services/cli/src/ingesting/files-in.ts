import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { CliError } from '../cli-error.js';
import { fileError } from '../io/open-input.js';

/** What a file is, by its name. */
export type FileKind = 'html' | 'text' | 'warc' | 'jsonl';

const KINDS: readonly (readonly [RegExp, FileKind])[] = [
  [/\.x?html?$/i, 'html'],
  [/\.txt$/i, 'text'],
  [/\.warc(\.gz)?$/i, 'warc'],
  [/\.(jsonl|ndjson)$/i, 'jsonl'],
];

/** Null for what is none of ours by its name. */
export const kindOf = (file: string): FileKind | null =>
  KINDS.find(([name]) => name.test(file))?.[1] ?? null;

/** Where files without a home on the web are filed: a name that no one can ever own. */
const NOWHERE = 'https://files.invalid/';

/**
 * The pages, texts, archives and JSONL files of a path, by name; a folder with all below it.
 * @throws CliError ERR_CLI_FILE when there is no such path or nothing to take in it
 */
export async function filesIn(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && kindOf(entry.name) !== null)
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    if (files.length > 0) return files;
  } catch (cause) {
    throw fileError(path, cause);
  }
  throw new CliError(
    'ERR_CLI_FILE',
    `${path} holds no .html, .txt, .warc, .warc.gz or .jsonl file.`,
  );
}

/**
 * The URL that a file gets: below the base as it lies below the path, else by its full path, so that
 * the same file is the same article again.
 */
export function urlOfFile(file: string, path: string, baseUrl: string | undefined): string {
  const root = path === file ? dirname(path) : path;
  const below = baseUrl === undefined ? resolve(file) : relative(root, file) || basename(file);
  const segments = below.split(sep).filter((segment) => segment !== '');
  const base = baseUrl ?? NOWHERE;
  return `${base.endsWith('/') ? base : `${base}/`}${segments.map(encodeURIComponent).join('/')}`;
}
