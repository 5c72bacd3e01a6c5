import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { decodeDocument } from '@tocsin/article-extraction';
import { CliError } from '../cli-error.js';
import { fileError } from '../io/open-input.js';
import { readPage } from './read-page.js';

/** A document as the fetcher's API takes it. */
export interface PushDocument {
  readonly url: string;
  readonly html?: string;
  readonly text?: string;
}

const KINDS: Readonly<Record<string, 'html' | 'text'>> = {
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.txt': 'text',
};

/** Where files without a home on the web are filed: a name that no one can ever own. */
const NOWHERE = 'https://files.invalid/';

/**
 * The HTML and text files of a path, by name; a folder with all below it.
 * @throws CliError ERR_CLI_FILE when there is no such path or nothing to take in it
 */
export async function filesIn(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && extname(entry.name).toLowerCase() in KINDS)
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    if (files.length > 0) return files;
  } catch (cause) {
    throw fileError(path, cause);
  }
  throw new CliError('ERR_CLI_FILE', `${path} holds no .html, .htm, .xhtml or .txt file.`);
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

/** @throws CliError ERR_CLI_FILE, ERR_CLI_TOO_LARGE */
export async function readDocument(file: string, url: string): Promise<PushDocument> {
  const body = decodeDocument(await readPage(file));
  return KINDS[extname(file).toLowerCase()] === 'text' ? { url, text: body } : { url, html: body };
}
