import { describe, expect, it } from '@jest/globals';
import Type from 'typebox';
import { defineTopic } from '../topics/contract.js';
import { decodeWith, encodeWith } from './codec.js';
import {
  ContractViolationError,
  PoisonValueError,
  UnknownVersionError,
  ValueTooLargeError,
} from './errors.js';

const closed = { additionalProperties: false } as const;
const First = Type.Object({ toll: Type.String() }, closed);
const Second = Type.Object({ killed: Type.Integer() }, closed);
const Third = Type.Object({ killed: Type.Integer(), injured: Type.Integer() }, closed);

/** A topic that has seen two rewrites: what ours become in years. */
const aged = defineTopic({
  name: 'toll-counted',
  description: 'A toll.',
  owner: 'extractor',
  producers: ['extractor'],
  consumers: ['store'],
  key: 'toll id',
  versions: [
    { version: 1, schema: First },
    {
      version: 2,
      schema: Second,
      upcast: ({ toll }: { toll: string }) => ({ killed: Number.parseInt(toll, 10) }),
    },
    {
      version: 3,
      schema: Third,
      upcast: ({ killed }: { killed: number }) => ({ killed, injured: 0 }),
    },
  ],
  broker: { partitions: 1, retentionMs: 1, cleanup: 'delete' },
  maxValueBytes: 40,
  retryDelaysMs: [],
});

const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));

describe('an old record', () => {
  it('is lifted through every version to the newest', () => {
    expect(decodeWith(aged, '1', bytes({ toll: '12 dead' }))).toEqual({ killed: 12, injured: 0 });
    expect(decodeWith(aged, '2', bytes({ killed: 3 }))).toEqual({ killed: 3, injured: 0 });
  });

  it('stays as it is when it is of the newest version', () => {
    expect(decodeWith(aged, '3', bytes({ killed: 3, injured: 4 }))).toEqual({
      killed: 3,
      injured: 4,
    });
  });

  it('without the header counts as version 1', () => {
    expect(decodeWith(aged, undefined, bytes({ toll: '1' }))).toEqual({ killed: 1, injured: 0 });
  });

  it('must be valid in the version that it names', () => {
    expect(() => decodeWith(aged, '1', bytes({ killed: 3 }))).toThrow(/^toll-counted v1: /);
  });

  it('must be valid after each step too, so that a bad upcaster is found at once', () => {
    expect(() => decodeWith(aged, '1', bytes({ toll: 'many' }))).toThrow(
      /^toll-counted v2: \/killed/,
    );
  });
});

describe('a record of a version that nobody here knows', () => {
  it('is refused with the advice to upgrade when it is newer', () => {
    const decode = () => decodeWith(aged, '4', bytes({}));
    expect(decode).toThrow(UnknownVersionError);
    expect(decode).toThrow(
      'toll-counted: schema version "4" is unknown, newest known is 3; upgrade this consumer before its producers',
    );
  });

  it.each(['0', 'x', '', '1.0', '01'])('is refused as %p', (version) => {
    expect(() => decodeWith(aged, version, bytes({}))).toThrow(UnknownVersionError);
  });
});

describe('bytes that are no JSON', () => {
  it('are poison', () => {
    expect(() => decodeWith(aged, '3', Buffer.from('{"killed":'))).toThrow(PoisonValueError);
  });
});

describe('a value on its way out', () => {
  it('is the JSON of the newest version', () => {
    expect(encodeWith(aged, { killed: 1, injured: 2 }).toString()).toBe('{"killed":1,"injured":2}');
  });

  it('is refused when it breaks the schema, with path and rule', () => {
    expect(() => encodeWith(aged, { killed: 1.5, injured: 0 })).toThrow(
      'toll-counted v3: /killed breaks type: must be integer {"type":"integer"}',
    );
    expect(() => encodeWith(aged, { killed: 1 })).toThrow(ContractViolationError);
  });

  it('is refused when it is larger than the topic allows', () => {
    expect(() => encodeWith(aged, { killed: 1e15, injured: 1e15 })).toThrow(ValueTooLargeError);
  });
});

describe('every refusal', () => {
  it('has a stable code and its class of dead letter', () => {
    const all = [
      new ContractViolationError(''),
      new PoisonValueError(''),
      new UnknownVersionError(''),
      new ValueTooLargeError(''),
    ];
    expect(all.map(({ name, code, deadLetterClass }) => [name, code, deadLetterClass])).toEqual([
      ['ContractViolationError', 'ERR_CONTRACT_VIOLATION', 'SCHEMA'],
      ['PoisonValueError', 'ERR_CONTRACT_POISON', 'POISON'],
      ['UnknownVersionError', 'ERR_CONTRACT_VERSION', 'SCHEMA'],
      ['ValueTooLargeError', 'ERR_CONTRACT_TOO_LARGE', 'TOO_LARGE'],
    ]);
  });
});
