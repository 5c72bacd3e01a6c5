import { describe, expect, it } from '@jest/globals';
import Type, { type TSchema } from 'typebox';
import { breakingChanges } from './compatibility.js';
import type { JsonSchema } from './keywords.js';

const closed = { additionalProperties: false } as const;
const object = (properties: Record<string, TSchema>) => Type.Object(properties, closed);
const compare = (previous: TSchema, next: TSchema) =>
  breakingChanges(previous as JsonSchema, next as JsonSchema).map(
    ({ path, rule }) => `${path} ${rule}`,
  );

describe('a change that breaks old records', () => {
  const base = object({ a: Type.Integer({ minimum: 0, maximum: 9 }), b: Type.String() });

  it.each<[string, TSchema, TSchema, string]>([
    [
      'a property removed',
      base,
      object({ a: Type.Integer({ minimum: 0, maximum: 9 }) }),
      '/b was removed',
    ],
    [
      'a type changed',
      object({ a: Type.String() }),
      object({ a: Type.Boolean() }),
      '/a type changed from string to boolean',
    ],
    [
      'a number narrowed',
      object({ a: Type.Number() }),
      object({ a: Type.Integer() }),
      '/a type changed from number to integer',
    ],
    [
      'a property required',
      object({ a: Type.Optional(Type.String()) }),
      object({ a: Type.String() }),
      '/a became required',
    ],
    ['a new property required', object({}), object({ a: Type.String() }), '/a became required'],
    ['a value removed', Type.Enum(['x', 'y']), Type.Enum(['x']), '/ value "y" was removed'],
    ['text fixed to values', Type.String(), Type.Enum(['x']), '/ was narrowed to fixed values'],
    [
      'a floor raised',
      Type.Integer({ minimum: 0 }),
      Type.Integer({ minimum: 1 }),
      '/ minimum rose',
    ],
    ['a ceiling added', Type.String(), Type.String({ maxLength: 5 }), '/ maxLength fell'],
    [
      'a pattern added',
      Type.String(),
      Type.String({ pattern: '^a' }),
      '/ pattern was added or changed',
    ],
    ['an object closed', Type.Object({}), object({}), '/ was closed to unknown properties'],
    [
      'null refused',
      Type.Union([Type.String(), Type.Null()]),
      Type.String(),
      '/ type changed from null to string',
    ],
    [
      'an alternative dropped',
      Type.Union([Type.String(), Type.Integer(), Type.Null()]),
      Type.Union([Type.String(), Type.Null()]),
      '/ alternative 2 is no longer accepted',
    ],
    [
      'an element narrowed',
      object({ l: Type.Array(Type.String()) }),
      object({ l: Type.Array(Type.Null()) }),
      '/l/* type changed from string to null',
    ],
    [
      'a map value narrowed',
      Type.Record(Type.String(), Type.String()),
      Type.Record(Type.String(), Type.Null()),
      '/{^.*$} type changed from string to null',
    ],
  ])('%s', (_, previous, next, expected) => {
    expect(compare(previous, next)).toContain(expected);
  });

  it('is found at every place at once', () => {
    expect(compare(base, object({ a: Type.Integer({ minimum: 1, maximum: 5 }) }))).toHaveLength(3);
  });
});

describe('a change that old records survive', () => {
  it.each<[string, TSchema, TSchema]>([
    ['none', object({ a: Type.String() }), object({ a: Type.String() })],
    ['an optional property more', object({}), object({ a: Type.Optional(Type.String()) })],
    [
      'a property no longer required',
      object({ a: Type.String() }),
      object({ a: Type.Optional(Type.String()) }),
    ],
    ['an integer widened', Type.Integer(), Type.Number()],
    ['a value more', Type.Enum(['x']), Type.Enum(['x', 'y'])],
    ['null allowed', Type.String(), Type.Union([Type.String(), Type.Null()])],
    ['a bound loosened', Type.Integer({ minimum: 1, maximum: 5 }), Type.Integer({ minimum: 0 })],
    ['a pattern dropped', Type.String({ pattern: '^a' }), Type.String()],
    ['an object opened', object({}), Type.Object({})],
    ['a description', Type.String(), Type.String({ description: 'words' })],
  ])('%s', (_, previous, next) => {
    expect(compare(previous, next)).toEqual([]);
  });
});
