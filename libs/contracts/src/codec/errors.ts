/** How a value that breaks its contract is filed among the dead letters. */
export type ContractDeadLetterClass = 'SCHEMA' | 'POISON' | 'TOO_LARGE';

/** A value and its contract disagree; never passing, so never worth a retry. */
export abstract class ContractError extends Error {
  abstract readonly code: string;
  abstract readonly deadLetterClass: ContractDeadLetterClass;
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The value breaks a rule of its schema; the message names the path and the rule. */
export class ContractViolationError extends ContractError {
  readonly code = 'ERR_CONTRACT_VIOLATION';
  readonly deadLetterClass = 'SCHEMA';
}

/** The bytes are not JSON in UTF-8. */
export class PoisonValueError extends ContractError {
  readonly code = 'ERR_CONTRACT_POISON';
  readonly deadLetterClass = 'POISON';
}

/** The record's schema version is none that this build knows. */
export class UnknownVersionError extends ContractError {
  readonly code = 'ERR_CONTRACT_VERSION';
  readonly deadLetterClass = 'SCHEMA';
}

/** The encoded value is larger than the topic allows. */
export class ValueTooLargeError extends ContractError {
  readonly code = 'ERR_CONTRACT_TOO_LARGE';
  readonly deadLetterClass = 'TOO_LARGE';
}
