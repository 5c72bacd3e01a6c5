import type { Quantity } from '../../numbers/counts.js';
import type { Entry } from './roster.js';

/** Sentences of the title and the lead: their figures are the newest the article has. */
const LEAD = 4;

/** A figure that stands in the text. */
export interface Stated {
  readonly quantity: Quantity;
  readonly entry: Entry;
  readonly lead: boolean;
}

/** The highest number of title and lead, else of the whole text; null where none is stated. */
export function statedFigure(entries: readonly Entry[]): Stated | null {
  const stated = entries.filter(({ toll }) => toll.stated && toll.quantity?.best != null);
  const lead = stated.filter(({ piece }) => piece.reading.sentence.index < LEAD);
  const entry = highest(lead.length > 0 ? lead : stated);
  return entry && { quantity: entry.toll.quantity!, entry, lead: lead.length > 0 };
}

function highest(entries: readonly Entry[]): Entry | null {
  let top: Entry | null = null;
  for (const entry of entries) {
    const best = entry.toll.quantity?.best;
    if (best != null && (!top || best > top.toll.quantity!.best!)) top = entry;
  }
  return top;
}
