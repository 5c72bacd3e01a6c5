import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { TSchema } from 'typebox';
import { ContractViolationError } from './errors.js';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: false });
const compiled = new WeakMap<TSchema, ValidateFunction>();

/** Compiling costs milliseconds, validating microseconds: once per schema and process. */
function validatorOf(schema: TSchema): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}

/**
 * Checks a value against a schema.
 * @param label names topic and version in the error.
 * @throws ContractViolationError naming the path and the rule; never the value, which may be private.
 */
export function assertValid(schema: TSchema, value: unknown, label: string): void {
  const validate = validatorOf(schema);
  if (validate(value)) return;
  const error = validate.errors?.[0];
  const path = error?.instancePath || '/';
  const rule = error
    ? `${error.keyword}: ${error.message} ${JSON.stringify(error.params)}`
    : 'unknown';
  throw new ContractViolationError(`${label}: ${path} breaks ${rule}`);
}
