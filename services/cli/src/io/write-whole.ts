import { rename, rm } from 'node:fs/promises';
import { CliError } from '../cli-error.js';

/**
 * Writes a file under another name until it is whole: who finds it finds all of it.
 * @param work writes to the file that it is given
 * @throws CliError ERR_CLI_FILE, or whatever the work throws; nothing is left behind then
 */
export async function writeWhole<R>(file: string, work: (part: string) => Promise<R>): Promise<R> {
  const part = `${file}.part`;
  try {
    const result = await work(part);
    await rename(part, file);
    return result;
  } catch (cause) {
    await rm(part, { force: true });
    const { code, syscall } = (cause ?? {}) as NodeJS.ErrnoException;
    if (syscall === undefined) throw cause;
    throw new CliError('ERR_CLI_FILE', `${file} can't be written: ${code}.`, { cause });
  }
}
