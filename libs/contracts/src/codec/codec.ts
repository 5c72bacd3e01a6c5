import type { SchemaVersion, TopicContract } from '../topics/contract.js';
import { UnknownVersionError, ValueTooLargeError } from './errors.js';
import { parseJson } from './parse-json.js';
import { assertValid } from './validator.js';

/** The newest version of a contract: what producers write. */
export const newestOf = (contract: TopicContract): SchemaVersion =>
  contract.versions[contract.versions.length - 1] as SchemaVersion;

/**
 * Validates and serialises a value in the contract's newest version.
 * @throws ContractViolationError, ValueTooLargeError
 */
export function encodeWith(contract: TopicContract, value: unknown): Buffer {
  const { version, schema } = newestOf(contract);
  assertValid(schema, value, `${contract.name} v${version}`);
  const bytes = Buffer.from(JSON.stringify(value), 'utf8');
  if (bytes.length > contract.maxValueBytes) {
    throw new ValueTooLargeError(
      `${contract.name} v${version}: ${bytes.length} bytes, at most ${contract.maxValueBytes}`,
    );
  }
  return bytes;
}

/**
 * Parses, validates and lifts a value to the contract's newest version.
 * @param schemaVersion the record's header; a record without one is read as version 1.
 * @throws PoisonValueError, UnknownVersionError, ContractViolationError
 */
export function decodeWith(
  contract: TopicContract,
  schemaVersion: string | undefined,
  bytes: Uint8Array,
): unknown {
  const written = writtenVersion(contract, schemaVersion);
  let value = parseJson(bytes);
  for (const { version, schema, upcast } of contract.versions) {
    if (version < written) continue;
    if (version > written && upcast) value = (upcast as (previous: unknown) => unknown)(value);
    assertValid(schema, value, `${contract.name} v${version}`);
  }
  return value;
}

function writtenVersion(contract: TopicContract, header: string | undefined): number {
  const written = header ?? '1';
  const known = contract.versions.find(({ version }) => String(version) === written);
  if (known) return known.version;
  const newest = newestOf(contract).version;
  const hint = Number(written) > newest ? '; upgrade this consumer before its producers' : '';
  throw new UnknownVersionError(
    `${contract.name}: schema version ${JSON.stringify(written)} is unknown, newest known is ${newest}${hint}`,
  );
}
