import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultLine } from './fault-line.js';

/** What a copy of a running database must not hold: it belongs to the process, or comes with the log at the end. */
const LEFT_OUT = ['postmaster.pid', 'postmaster.opts', 'pg_wal'];

/** A copy of the database's folder, taken while it works (PostgreSQL, "Making a Base Backup Using the Low Level API"). */
export interface Backup {
  readonly folder: string;
  readonly data: string;
}

export async function takeBackup({ parts }: FaultLine): Promise<Backup> {
  // Begin and end belong to one session.
  const session = await parts.sql.connect();
  try {
    const [{ data = '' } = {}] = (
      await session.query<{ data: string }>(`SELECT current_setting('data_directory') AS data`)
    ).rows;
    const folder = join(data, '..', 'backup');
    rmSync(folder, { recursive: true, force: true });
    await session.query(`SELECT pg_backup_start('chaos', fast => true)`);
    const left = LEFT_OUT.map((name) => `--exclude=./${name}`);
    mkdirSync(folder);
    copy(data, folder, left);
    const [{ label = '' } = {}] = (
      await session.query<{ label: string }>(
        'SELECT labelfile AS label FROM pg_backup_stop(wait_for_archive => false)',
      )
    ).rows;
    const { uid, gid, mode } = statSync(data);
    writeFileSync(join(folder, 'backup_label'), label, { mode: 0o600 });
    mkdirSync(join(folder, 'pg_wal'));
    copy(join(data, 'pg_wal'), join(folder, 'pg_wal'), []);
    for (const path of [folder, join(folder, 'backup_label'), join(folder, 'pg_wal')])
      chownSync(path, uid, gid);
    execFileSync('chmod', [(mode & 0o777).toString(8), folder]);
    return { folder, data };
  } finally {
    session.release();
  }
}

/** Puts the copy in the place of the database, which must have ended. */
export function putBack({ folder, data }: Backup): void {
  rmSync(data, { recursive: true });
  execFileSync('mv', [folder, data]);
}

/** With owners and modes; files that come and go meanwhile are no error. */
function copy(from: string, to: string, left: readonly string[]): void {
  const archive = join(to, '..', 'backup.tar');
  try {
    execFileSync('tar', ['-C', from, ...left, '--warning=no-file-changed', '-cf', archive, '.']);
  } catch (error) {
    // 1: some files changed or vanished while they were read. The log says what is true.
    if ((error as { status?: number }).status !== 1) throw error;
  }
  execFileSync('tar', ['-C', to, '-xpf', archive]);
  rmSync(archive);
}
