import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StackError } from '../errors.js';

/** Kafka 4's broker runs on Java 17 and newer. */
export const OLDEST_JAVA = 17;

const ADVICE = `install Java ${OLDEST_JAVA} or newer, or set KAFKA_BROKERS to a running broker`;

/**
 * The major version in what `java -version` prints; undefined where it prints none. Java 8 and older
 * say `1.8.0`, newer ones `17.0.15`, `21` or `25-ea`.
 */
export function javaMajor(output: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(output);
  return match ? Number(match[1]) : undefined;
}

/**
 * Finds a Java that can run the broker.
 *
 * @returns the command to start it by
 * @throws StackError ERR_STACK_JAVA_MISSING, ERR_STACK_JAVA_OLD
 */
export async function findJava(javaHome: string | undefined): Promise<string> {
  const command = javaHome ? join(javaHome, 'bin', 'java') : 'java';
  const major = javaMajor(await versionOf(command));
  if (major === undefined) {
    throw new StackError('ERR_STACK_JAVA_MISSING', `Java was not found: ${ADVICE}.`);
  }
  if (major < OLDEST_JAVA) {
    throw new StackError('ERR_STACK_JAVA_OLD', `Java ${major} is too old for Kafka: ${ADVICE}.`);
  }
  return command;
}

async function versionOf(command: string): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)(command, ['-version']);
    return stderr + stdout;
  } catch {
    return '';
  }
}
