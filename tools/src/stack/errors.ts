/** Exit code when the machine lacks something: Java, a free port, disk space, a download. */
export const EXIT_MACHINE = 3;
/** Exit code when a broker or a database that was given by setting does not answer. */
export const EXIT_UNREACHABLE = 4;

/** Every way in which the local stack can refuse to start. */
export type StackErrorCode =
  | 'ERR_STACK_ALREADY_RUNNING'
  | 'ERR_STACK_BROKER_UNREACHABLE'
  | 'ERR_STACK_CHECKSUM'
  | 'ERR_STACK_DATABASE_UNREACHABLE'
  | 'ERR_STACK_DISK_FULL'
  | 'ERR_STACK_DOWNLOAD'
  | 'ERR_STACK_JAVA_MISSING'
  | 'ERR_STACK_JAVA_OLD'
  | 'ERR_STACK_PLATFORM'
  | 'ERR_STACK_PORT_TAKEN'
  | 'ERR_STACK_PROCESS_FAILED'
  | 'ERR_STACK_SETTING'
  | 'ERR_TEST_BROWSER_MISSING'
  | 'ERR_TEST_HELM_MISSING'
  | 'ERR_TEST_PROMTOOL_MISSING'
  | 'ERR_TEST_PYTHON_MISSING';

/** One sentence for people that says what is wrong and what to do. */
export class StackError extends Error {
  constructor(
    readonly code: StackErrorCode,
    message: string,
    readonly exitCode: number = EXIT_MACHINE,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StackError';
  }
}
