import { readFile } from 'node:fs/promises';
import { parseOpml } from '@tocsin/feeds';
import { UsageError } from './options.js';

/**
 * The addresses of the feeds in an OPML file, folders included, each once.
 *
 * @throws UsageError when the file cannot be read, is no OPML or names no feed
 */
export async function readOpml(file: string): Promise<string[]> {
  const urls = (await feedsOf(file)).map(({ url }) => url);
  if (urls.length === 0) throw new UsageError(`${file} names no feed.`);
  return urls;
}

async function feedsOf(file: string) {
  try {
    return parseOpml(await readFile(file)).feeds;
  } catch (cause) {
    const why = (cause as Error).message;
    throw new UsageError(`${file} cannot be read as OPML (${why}).`, { cause });
  }
}
