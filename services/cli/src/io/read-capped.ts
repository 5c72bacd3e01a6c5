import { open } from 'node:fs/promises';
import { CliError } from '../cli-error.js';
import { fileError } from './open-input.js';

/** @throws CliError ERR_CLI_FILE, ERR_CLI_TOO_LARGE */
export async function readCapped(path: string, maxBytes: number): Promise<Buffer> {
  try {
    await using file = await open(path);
    if ((await file.stat()).size > maxBytes)
      throw new CliError('ERR_CLI_TOO_LARGE', `${path} has more than ${maxBytes} bytes.`);
    return await file.readFile();
  } catch (cause) {
    throw cause instanceof CliError ? cause : fileError(path, cause);
  }
}
