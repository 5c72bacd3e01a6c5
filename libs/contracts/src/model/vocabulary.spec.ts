import { describe, expect, it } from '@jest/globals';
import {
  ACLED_SUB_EVENTS,
  AcledEventType,
  AcledSubEventType,
  CASUALTY_KINDS,
  PloverType,
} from './vocabulary.js';
import { Casualties } from './mention.js';

describe("the field's vocabularies", () => {
  it('give every sub-event type of ACLED one event type, and every event type some', () => {
    expect(Object.keys(ACLED_SUB_EVENTS).sort()).toEqual([...AcledSubEventType.enum].sort());
    expect(new Set(Object.values(ACLED_SUB_EVENTS))).toEqual(new Set(AcledEventType.enum));
  });

  it('have the sizes of their codebooks', () => {
    expect(AcledEventType.enum).toHaveLength(6);
    expect(AcledSubEventType.enum).toHaveLength(25);
    expect(PloverType.enum).toHaveLength(16);
  });

  it('name each casualty figure that a mention has', () => {
    expect(Object.keys(Casualties.properties)).toEqual(expect.arrayContaining([...CASUALTY_KINDS]));
  });
});
