import { readFile } from 'node:fs/promises';
import { parseOpml } from 'feedsmith';
import { UsageError } from './options.js';

interface Outline {
  readonly xmlUrl?: string;
  readonly outlines?: readonly Outline[];
}

/**
 * The addresses of the feeds in an OPML file, folders included, each once.
 *
 * @throws UsageError when the file cannot be read, is no OPML or names no feed
 */
export async function readOpml(file: string): Promise<string[]> {
  const urls = [...new Set(feedUrls(await outlinesOf(file)))];
  if (urls.length === 0) throw new UsageError(`${file} names no feed.`);
  return urls;
}

async function outlinesOf(file: string): Promise<readonly Outline[]> {
  try {
    return (parseOpml(await readFile(file, 'utf8')).body?.outlines ?? []) as Outline[];
  } catch (cause) {
    const why = (cause as Error).message;
    throw new UsageError(`${file} cannot be read as OPML (${why}).`, { cause });
  }
}

function feedUrls(outlines: readonly Outline[]): string[] {
  return outlines.flatMap(({ xmlUrl, outlines: inner = [] }) => [
    ...(xmlUrl ? [xmlUrl] : []),
    ...feedUrls(inner),
  ]);
}
