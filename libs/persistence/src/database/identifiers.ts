import { PermanentError } from '@tocsin/messaging';

/** Lower case, so that quoted and unquoted spellings name the same thing; 48 leaves room for prefixes in 63. */
const IDENTIFIER = /^[a-z_][a-z0-9_]{0,47}$/;

/**
 * The name if it is a plain identifier: such names go into SQL and connection options unescaped.
 * @throws PermanentError `ERR_PERSISTENCE_NAME`
 */
export function checkedIdentifier(name: string): string {
  if (IDENTIFIER.test(name)) return name;
  throw new PermanentError(
    'ERR_PERSISTENCE_NAME',
    `"${name}" can't name a schema or role: use at most 48 of a-z, 0-9 and _, not beginning with a digit.`,
  );
}
