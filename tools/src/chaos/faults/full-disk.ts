import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logsOfLives } from '../logs-of-lives.js';
import type { FaultLine } from './fault-line.js';

const TABLESPACE = 'small';
/** On top of what the tables have now. */
const ROOM_BYTES = 8 * 1_024 ** 2;
const CHUNK = Buffer.alloc(64 * 1_024);

/**
 * Moves tables to a disk of their own, fills it, lets work come until the database has refused a write, and makes room
 * again. The tables are back where they were in the end.
 *
 * @returns how many writes were refused
 */
export async function fillDisk(
  line: FaultLine,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<number> {
  const { sql, stack } = line.parts;
  const [{ data = '', bytes = '0' } = {}] = (
    await sql.query<{ data: string; bytes: string }>(
      `SELECT current_setting('data_directory') AS data, sum(pg_table_size(name::regclass)) AS bytes
       FROM unnest($1::text[]) AS t (name)`,
      [tables],
    )
  ).rows;
  const folder = join(data, '..', 'small-disk');
  const { uid, gid } = statSync(data);
  mkdirSync(folder, { recursive: true });
  const size = Number(bytes) * 2 + ROOM_BYTES;
  const options = `size=${size},uid=${uid},gid=${gid},mode=700`;
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  const filler = join(folder, 'filler');
  const before = refusals(stack.logFolder);
  try {
    await sql.query(`CREATE TABLESPACE ${TABLESPACE} LOCATION '${folder}'`);
    await moveTo(line, tables, TABLESPACE);
    fill(filler);
    await work();
    await line.until('a write is refused', async () => refusals(stack.logFolder) > before);
    await line.wait(3_000);
    return refusals(stack.logFolder) - before;
  } finally {
    rmSync(filler, { force: true });
    await moveTo(line, tables, 'pg_default');
    await sql.query(`DROP TABLESPACE IF EXISTS ${TABLESPACE}`);
    // Idle connections may still hold a file of it open.
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true });
  }
}

async function moveTo({ parts }: FaultLine, tables: readonly string[], space: string) {
  for (const table of tables) await parts.sql.query(`ALTER TABLE ${table} SET TABLESPACE ${space}`);
}

/** Writes until there is no room. */
function fill(file: string): void {
  for (;;) {
    try {
      writeFileSync(file, CHUNK, { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return;
      throw error;
    }
  }
}

/** What the database's logs say of it. */
const refusals = (logFolder: string) =>
  logsOfLives(logFolder, 'postgres').split('No space left on device').length - 1;
