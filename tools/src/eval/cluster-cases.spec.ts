import { describe, expect, it } from '@jest/globals';
import { clusterCases } from './cluster-cases.js';
import type { Case, Prediction } from './set-adapter.js';

async function predict(...cases: Case[]): Promise<Prediction[]> {
  async function* stream() {
    yield* cases;
  }
  const predictions: Prediction[] = [];
  for await (const prediction of clusterCases(stream())) predictions.push(prediction);
  return predictions;
}

const fire = 'A fireworks barge caught fire at Terrigal beach and two pyrotechnicians jumped off.';
const vote = 'Parliament rejected the pension reform after a night of speeches in the capital.';

describe('clustering the documents of a set', () => {
  it('gives one line a document, in their order, and one cluster to one story', async () => {
    const predictions = await predict(
      {
        id: 'b',
        input: { title: 'Fireworks barge burns', text: fire, publish_date: '2018-01-01' },
      },
      { id: 'c', input: { title: 'Pension reform fails', text: vote, publish_date: '2018-01-01' } },
      { id: 'a', input: { title: 'Barge of fireworks on fire', text: fire } },
    );
    expect(predictions.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    const [b, c, a] = predictions.map(({ cluster }) => cluster);
    expect(b).toBe(a);
    expect(c).not.toBe(a);
  });

  it('reads sentences where a set has no text', async () => {
    const [x, y] = await predict(
      { id: 'x', input: { sentences: [fire, 'It burnt.'] } },
      { id: 'y', input: { sentences: [fire, 'It sank.'] } },
    );
    expect(x?.['cluster']).toBe(y?.['cluster']);
  });
});
