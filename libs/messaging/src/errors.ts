import type { DeadLetterClass } from './outcome.js';

/** Every error of ours has a stable code that operators can search for. */
export abstract class TocsinError extends Error {
  abstract readonly code: string;
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The message can never be handled: it goes to the dead letters under `deadLetterClass`. */
export class PermanentError extends TocsinError {
  readonly code: string;
  readonly deadLetterClass: DeadLetterClass;
  constructor(
    code: string,
    message: string,
    deadLetterClass: DeadLetterClass = 'PERMANENT',
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    this.deadLetterClass = deadLetterClass;
  }
}

/** Passing: worth another try of this one message. */
export class TransientError extends TocsinError {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Database, broker or DNS is away: consumption waits; never a dead letter. */
export class DependencyDownError extends TocsinError {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
