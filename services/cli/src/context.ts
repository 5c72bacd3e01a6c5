import type { Readable, Writable } from 'node:stream';
import type { TopicNaming } from '@tocsin/contracts';
import type { CliConfig } from './settings.js';

/** What a command runs on: handed in, so that specs can look. */
export interface Context {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Read by those commands that need settings, so that the others run with none. */
  readonly config: () => CliConfig;
  /** The built file that reads documents in a process of its own. */
  readonly extractWorker: URL;
  /** What the topics are called on the broker: specs that share one have names of their own. */
  readonly naming: TopicNaming;
}
