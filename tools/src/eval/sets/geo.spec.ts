import { expect, it } from '@jest/globals';
import type { Case } from '../set-adapter.js';
import { geo } from './geo.js';

async function* one(text: string): AsyncGenerator<Case> {
  yield { id: 'g1', input: { text } };
}

it('gives each located place name with its span', async () => {
  const text = 'Protests hit Almaty. Kazakh police said so.';
  const predictions = [];
  for await (const prediction of geo.predict(one(text), { loadPage: () => Promise.reject() })) {
    predictions.push(prediction);
  }
  const toponyms = predictions[0]?.['toponyms'] as { start: number; end: number; lat: number }[];
  expect(toponyms.map(({ start, end }) => text.slice(start, end))).toEqual(['Almaty', 'Kazakh']);
  expect(toponyms[0]?.lat).toBeCloseTo(43.26, 1);
});
