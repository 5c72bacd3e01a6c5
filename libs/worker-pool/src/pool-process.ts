import { type ChildProcess, fork } from 'node:child_process';
import { PermanentError } from '@tocsin/messaging';
import { counter } from '@tocsin/telemetry/catalogue';
import { DOCUMENT_WORKER_FLAGS } from './node-flags.js';
import { watchTask } from './task-deadline.js';
import type { WorkerAnswer } from './worker-protocol.js';

const kills = counter('tocsin.worker.kills');

export interface PoolProcessConfig {
  readonly workerFile: URL;
  /** Milliseconds of CPU that one task may use. */
  readonly deadlineMs: number;
  /** MiB of the process's old generation. */
  readonly heapMb: number;
}

/** Characters of a process's output that are kept. */
const LAST_WORDS = 8_192;

/** One worker process that does one task at a time; a task that breaks it or is late ends it. */
export class PoolProcess<T, R> {
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;
  private dead = false;
  private isStopping = false;
  private lastWords = '';
  /** Milliseconds of CPU that the process had used at its last answer. */
  private cpuMs = 0;
  /** Resolves with the extractor's version once the process takes tasks; rejects if it can't start. */
  readonly ready: Promise<string>;

  constructor(private readonly config: PoolProcessConfig) {
    this.child = fork(config.workerFile, {
      execArgv: [...DOCUMENT_WORKER_FLAGS, `--max-old-space-size=${config.heapMb}`],
      // Its last words go into the error: a heap's post-mortem is no line of a log.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // Structured clone: bytes travel as bytes.
      serialization: 'advanced',
    });
    this.child.stderr?.on('data', (bytes: Buffer) => {
      this.lastWords = (this.lastWords + bytes.toString('utf8')).slice(-LAST_WORDS);
    });
    // It may also end between tasks; an `error` event that nobody hears would end the service.
    this.child.on('error', () => undefined).on('exit', () => (this.dead = true));
    // One that could not even be started has an `error` and no `exit`.
    this.ended = new Promise((resolve) => this.child.once('exit', resolve).once('error', resolve));
    this.ready = this.next(null).then((answer) => {
      if (answer.kind !== 'ready') throw new Error('The worker answered before it was ready.');
      return answer.version;
    });
    // Whoever takes the process awaits `ready`; until then its failure must not end the service.
    this.ready.catch(() => undefined);
  }

  get isDead(): boolean {
    return this.dead;
  }

  /** @throws PermanentError as `DocumentExtraction.extract` says. */
  async run(task: T): Promise<R> {
    const answer = this.next(this.config.deadlineMs);
    this.child.send(task as object, () => undefined);
    const told = await answer;
    if (told.kind === 'done') return told.result;
    const reason = told.kind === 'failed' ? told.message : 'it answered out of turn';
    throw new PermanentError('ERR_EXTRACT_FAILED', `The extraction failed: ${reason}`);
  }

  /** Resolves when it has ended. A process in an endless loop hears no polite signal. */
  async stop(): Promise<void> {
    this.dead = true;
    this.isStopping = true;
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** The worker's next message; its death or the deadline, if there is one, rejects. */
  private next(deadlineMs: number | null): Promise<WorkerAnswer<R>> {
    return new Promise((resolve, reject) => {
      const fail = (error: PermanentError, cause: 'deadline' | 'crash'): void => {
        settle();
        // One that the pool itself ends was no document's doing.
        if (!this.isStopping) kills.add(1, { 'tocsin.worker.cause': cause });
        void this.stop();
        reject(error);
      };
      const onMessage = (answer: unknown): void => {
        settle();
        this.cpuMs = (answer as WorkerAnswer<R>).cpuMs;
        resolve(answer as WorkerAnswer<R>);
      };
      const onExit = (code: number | null, signal: string | null): void =>
        fail(crashed(signal ?? `exit code ${code}`, reasonIn(this.lastWords)), 'crash');
      const unwatch =
        deadlineMs === null
          ? undefined
          : watchTask({ pid: this.child.pid, usedBefore: this.cpuMs, deadlineMs }, () =>
              fail(late(deadlineMs), 'deadline'),
            );
      const settle = (): void => {
        unwatch?.();
        this.child.off('message', onMessage).off('close', onExit);
      };
      // 'close' comes after the last of its output, 'exit' may come before.
      this.child.once('message', onMessage).once('close', onExit);
    });
  }
}

const late = (deadlineMs: number): PermanentError =>
  new PermanentError(
    'ERR_EXTRACT_TIMEOUT',
    `The page took more than ${deadlineMs} ms of CPU.`,
    'TIMEOUT',
  );

const crashed = (how: string, why: string | undefined): PermanentError =>
  new PermanentError(
    'ERR_EXTRACT_CRASHED',
    `The page ended its worker: ${why ? `${how}, ${why}` : how}.`,
  );

/** The line that names the error, in what a dying Node.js process prints. */
const reasonIn = (words: string): string | undefined =>
  words.split('\n').find((line) => /^(\w*Error|FATAL ERROR)\b/.test(line));
