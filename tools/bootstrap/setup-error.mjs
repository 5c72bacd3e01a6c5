/** Exit code of everything that the machine lacks: Node.js, Java, disk space, a free port, an install. */
export const EXIT_MACHINE = 3;

/** One sentence that says what is missing and what to do, with a code that stays the same. */
export class SetupError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = 'SetupError';
    this.code = code;
    this.exitCode = EXIT_MACHINE;
  }
}
