import { describe, expect, it } from '@jest/globals';
import { usAreas } from './us-areas.js';

describe('the areas of the United States', () => {
  const areas = usAreas();

  it('have their middle inside them', () => {
    const [latitude, longitude] = areas.get('Kansas') ?? [];
    expect(latitude).toBeCloseTo(38.5, 0);
    expect(longitude).toBeCloseTo(-98.4, 0);
  });

  it('tell counties of one name apart by their state', () => {
    expect(areas.get('Texas/113')?.[0]).toBeCloseTo(32.8, 0);
    expect(areas.get('Oregon/051')?.[0]).toBeCloseTo(45.5, 0);
  });
});
