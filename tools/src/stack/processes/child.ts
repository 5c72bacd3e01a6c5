import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { StackError } from '../errors.js';
import { endProcess } from './end-process.js';
import { identify } from './identity.js';
import type { RunRecord } from './run-record.js';

/** For a `quickSignal` that is not SIGKILL. */
const QUICK_GRACE_MS = 5_000;

/** How one process of the stack is started and ended. */
export interface ChildSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** The user and group to run as; the caller's where not given. */
  readonly uid?: number;
  readonly gid?: number;
  /** Both output streams go here, anew with each start. */
  readonly logFile: string;
  readonly stopSignal: NodeJS.Signals;
  /** Milliseconds that it has to end by itself after the signal. */
  readonly stopGraceMs: number;
  /** For ending it at once, where SIGKILL would leave something behind. */
  readonly quickSignal?: NodeJS.Signals;
}

/** How a process ended: by itself with a code, or by a signal. */
export interface ChildEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Child {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** Settles when it has ended, for whatever reason. */
  readonly exited: Promise<ChildEnd>;
  readonly hasExited: () => boolean;
  /** Asks it to end, then forces it; returns once it has ended. */
  readonly stop: () => Promise<void>;
  /** Ends it without letting it finish its work. */
  readonly stopQuickly: () => Promise<void>;
}

/** Starts a process that ends with its run. */
export type StartChild = (spec: ChildSpec) => Promise<Child>;

/**
 * Starts a process in a group of its own – so that a Ctrl-C in the terminal reaches us alone and we
 * decide the order of ending – and puts it on the run's record before anything else can happen.
 *
 * @throws StackError ERR_STACK_PROCESS_FAILED when it cannot be started at all
 */
export async function startChild(spec: ChildSpec, record: RunRecord): Promise<Child> {
  mkdirSync(dirname(spec.logFile), { recursive: true });
  const log = openSync(spec.logFile, 'w');
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: spec.env ?? process.env,
    uid: spec.uid,
    gid: spec.gid,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const pid = child.pid;
  const identity = pid === undefined ? undefined : identify(pid);
  if (pid === undefined || !identity) throw await startFailure(spec, child);
  record.add({ ...identity, name: spec.name, stopSignal: spec.stopSignal });

  let ended = false;
  const exited = new Promise<ChildEnd>((resolve) => {
    child.once('exit', (code, signal) => {
      ended = true;
      record.remove(pid);
      resolve({ code, signal });
    });
  });
  const end = async (signal: NodeJS.Signals, graceMs: number) => {
    if (!ended) await endProcess(identity, signal, graceMs);
    await exited;
  };
  return {
    name: spec.name,
    pid,
    logFile: spec.logFile,
    exited,
    hasExited: () => ended,
    stop: () => end(spec.stopSignal, spec.stopGraceMs),
    stopQuickly: () => end(spec.quickSignal ?? 'SIGKILL', QUICK_GRACE_MS),
  };
}

function startFailure(spec: ChildSpec, child: ReturnType<typeof spawn>): Promise<StackError> {
  return new Promise((resolve) => {
    const fail = (why: string) =>
      resolve(
        new StackError('ERR_STACK_PROCESS_FAILED', `${spec.name} could not be started: ${why}.`),
      );
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => fail(`it ended at once (${code ?? signal})`));
  });
}

/** The last lines of a process's log, for the message that says why it failed. */
export function logTail(logFile: string, lines = 5): string {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}
