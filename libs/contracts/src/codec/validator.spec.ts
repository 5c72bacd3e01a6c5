import { describe, expect, it } from '@jest/globals';
import Type from 'typebox';
import { ContractViolationError } from './errors.js';
import { assertValid } from './validator.js';

const schema = Type.Object(
  { sources: Type.Array(Type.Object({ kind: Type.Enum(['police', 'media']) })) },
  { additionalProperties: false },
);

describe('checking a value', () => {
  it('passes what the schema allows', () => {
    expect(() => assertValid(schema, { sources: [{ kind: 'police' }] }, 'x v1')).not.toThrow();
  });

  it('names the path and the rule', () => {
    expect(() => assertValid(schema, { sources: [{ kind: 'rumour' }] }, 'x v1')).toThrow(
      'x v1: /sources/0/kind breaks enum: must be equal to one of the allowed values',
    );
  });

  it('names a property that does not belong', () => {
    const check = () => assertValid(schema, { sources: [], more: 1 }, 'x v1');
    expect(check).toThrow(ContractViolationError);
    expect(check).toThrow('"additionalProperty":"more"');
  });

  it('does not repeat the value, which may be private', () => {
    const check = () => assertValid(schema, { sources: 'a private sentence' }, 'x v1');
    expect(check).toThrow(/^(?!.*private)/);
  });

  it('refuses numbers that JSON cannot carry', () => {
    expect(() => assertValid(Type.Number(), Number.NaN, 'x v1')).toThrow(ContractViolationError);
  });
});
