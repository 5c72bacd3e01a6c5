import { PoisonValueError } from './errors.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** `__proto__` may be spelt with escapes; only then, or when it is spelt out, is the slow path taken. */
const mayNameProto = (text: string) => text.includes('__proto__') || /\\u00/i.test(text);

/** An own `__proto__` is harmless until someone copies the object by assignment: so it is not let in. */
const dropProto = (key: string, value: unknown) => (key === '__proto__' ? undefined : value);

/**
 * Parses JSON in UTF-8.
 * @throws PoisonValueError when the bytes are not UTF-8 or not JSON.
 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    const text = utf8.decode(bytes);
    return JSON.parse(text, mayNameProto(text) ? dropProto : undefined);
  } catch (cause) {
    throw new PoisonValueError(`value is not JSON in UTF-8: ${(cause as Error).message}`, {
      cause,
    });
  }
}
