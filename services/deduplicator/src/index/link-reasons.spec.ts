import { describe, expect, it } from '@jest/globals';
import { reasonsText } from './link-reasons.js';

describe('why mentions are linked', () => {
  it('names each feature once, and says per link what it added', () => {
    expect(
      JSON.parse(
        reasonsText([
          { bias: -3, type: 1.5 },
          { bias: -3, words: 2 },
        ]),
      ),
    ).toEqual({
      features: ['bias', 'type', 'words'],
      odds: [
        [-3, 1.5, 0],
        [-3, 0, 2],
      ],
    });
  });

  it('is an empty table where nothing is linked', () => {
    expect(JSON.parse(reasonsText([]))).toEqual({ features: [], odds: [] });
  });
});
