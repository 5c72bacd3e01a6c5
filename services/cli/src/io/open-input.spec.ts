import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { fileError, openInput } from './open-input.js';

describe('the input of a command', () => {
  const stdin = Readable.from(['piped']);

  it('is stdin when no file is named', async () => {
    expect(await openInput(undefined, stdin)).toEqual({ bytes: stdin, folder: '.' });
    expect((await openInput('-', stdin)).bytes).toBe(stdin);
  });

  it('is the file, and its folder is where paths begin', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tocsin-cli-'));
    await writeFile(join(folder, 'in.jsonl'), 'from a file');
    const input = await openInput(join(folder, 'in.jsonl'), stdin);
    let text = '';
    for await (const chunk of input.bytes) text += Buffer.from(chunk).toString();
    expect(text).toBe('from a file');
    expect(input.folder).toBe(folder);
  });

  it('is refused at once when there is no such file', async () => {
    await expect(openInput('/nowhere/in.jsonl', stdin)).rejects.toMatchObject({
      code: 'ERR_CLI_FILE',
      message: "/nowhere/in.jsonl can't be read: there is none of that name; check the path.",
    });
  });
});

describe('why a file cannot be read', () => {
  it('is told by the system’s code where we have no words', () => {
    const cause = Object.assign(new Error('no'), { code: 'EACCES' });
    expect(fileError('a', cause).message).toContain('EACCES');
    expect(fileError('a', cause).cause).toBe(cause);
  });
});
