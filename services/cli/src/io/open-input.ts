import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { CliError } from '../cli-error.js';

/** The bytes that a command reads, and the folder that paths inside them are relative to. */
export interface Input {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly folder: string;
}

/**
 * A file, or stdin when none is named or `-`.
 * @throws CliError ERR_CLI_FILE before anything is read
 */
export async function openInput(file: string | undefined, stdin: Readable): Promise<Input> {
  if (file === undefined || file === '-') return { bytes: stdin, folder: '.' };
  await assertReadable(file);
  return { bytes: createReadStream(file), folder: dirname(file) };
}

async function assertReadable(file: string): Promise<void> {
  try {
    await (await open(file)).close();
  } catch (cause) {
    throw fileError(file, cause);
  }
}

/** Why a file can't be read, in a sentence. */
export function fileError(file: string, cause: unknown): CliError {
  const { code } = cause as NodeJS.ErrnoException;
  const why = code === 'ENOENT' ? 'there is none of that name' : (code ?? String(cause));
  return new CliError('ERR_CLI_FILE', `${file} can't be read: ${why}; check the path.`, { cause });
}
