import { changedJson } from './mutate-json.js';

/** Longest input that is made: what a boundary costs beyond that is the growth specs' matter. */
export const MAX_BYTES = 64 * 1024;

export interface Ingredients {
  /** Inputs to begin with. */
  readonly seeds: readonly Buffer[];
  /** Texts to put in. */
  readonly pieces: readonly string[];
}

type Random = () => number;
type Mutation = (input: Buffer, ingredients: Ingredients, random: Random) => Buffer;

const below = (random: Random, limit: number): number => Math.floor(random() * limit);
const oneOf = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T;
const cut = (input: Buffer, random: Random): [number, number] => {
  const from = below(random, input.length + 1);
  return [from, Math.min(input.length, from + below(random, 1 + oneOf(random, [4, 64, 4_096])))];
};
const spliced = (input: Buffer, from: number, to: number, middle: Buffer): Buffer =>
  Buffer.concat([input.subarray(0, from), middle, input.subarray(to)]);

const MUTATIONS: readonly Mutation[] = [
  function changeByte(input, _, random) {
    if (input.length === 0) return input;
    const copy = Buffer.from(input);
    copy[below(random, copy.length)] = below(random, 256);
    return copy;
  },
  function takeOut(input, _, random) {
    return spliced(input, ...cut(input, random), Buffer.alloc(0));
  },
  function cutOff(input, _, random) {
    return input.subarray(0, below(random, input.length + 1));
  },
  function putIn(input, { pieces }, random) {
    const [at] = cut(input, random);
    return spliced(input, at, at, Buffer.from(oneOf(random, pieces)));
  },
  function repeatPiece(input, { pieces }, random) {
    const [at] = cut(input, random);
    const piece = oneOf(random, pieces);
    return spliced(input, at, at, Buffer.from(piece.repeat(oneOf(random, [3, 50, 400, 3_000]))));
  },
  function repeatPart(input, _, random) {
    const [from, to] = cut(input, random);
    const part = input.subarray(from, to);
    const times = Math.min(oneOf(random, [2, 20, 500]), Math.ceil(MAX_BYTES / (part.length + 1)));
    return spliced(input, to, to, Buffer.concat(Array.from({ length: times }, () => part)));
  },
  function cross(input, { seeds }, random) {
    const other = oneOf(random, seeds);
    const [from, to] = cut(input, random);
    return spliced(input, from, to, other.subarray(...cut(other, random)));
  },
  function changeNumber(input, _, random) {
    const numbers = ['-1', '0', '1e309', '99999999999999999999', 'NaN', '0x7f', '', '١٢٣'];
    return Buffer.from(input.toString('latin1').replace(/\d+/, oneOf(random, numbers)), 'latin1');
  },
  function noise(input, _, random) {
    const [from, to] = cut(input, random);
    const bytes = Buffer.from(Array.from({ length: below(random, 64) }, () => below(random, 256)));
    return spliced(input, from, to, bytes);
  },
];

const OPENS_JSON = new Set(['{', '[']);

/** Bytes that are changed are hardly ever JSON any more: half of the changes to such inputs leave it JSON. */
function changed(input: Buffer, ingredients: Ingredients, random: Random): Buffer {
  const isJson = OPENS_JSON.has(String.fromCharCode(input[0] ?? 0)) && random() < 0.5;
  const text = isJson ? changedJson(input.toString('utf8'), random) : undefined;
  return text === undefined
    ? oneOf(random, MUTATIONS)(input, ingredients, random)
    : Buffer.from(text);
}

/** An input made from the seeds by one to six mutations; the same sequence of numbers gives the same input. */
export function mutated(ingredients: Ingredients, random: Random): Buffer {
  let input = oneOf(random, ingredients.seeds);
  for (let left = 1 + below(random, 6); left > 0; left -= 1) {
    input = changed(input, ingredients, random).subarray(0, MAX_BYTES);
  }
  return input;
}
