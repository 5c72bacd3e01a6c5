import type { Casualties, CasualtyFigure } from '@tocsin/contracts';

export const CASUALTIES = ['killed', 'injured', 'missing', 'abducted', 'arrested'] as const;

/** `7`, `7+` for at least, `5–9`, `≤ 9`, `7 (5+)`. */
export function figure({ low, best, high }: Pick<CasualtyFigure, 'low' | 'best' | 'high'>): string {
  if (low !== null && high !== null) {
    return low === high ? count(low) : `${count(low)}–${count(high)}`;
  }
  if (low !== null)
    return low === (best ?? low) ? `${count(low)}+` : `${count(best ?? low)} (${count(low)}+)`;
  if (high !== null) return `≤ ${count(high)}`;
  return best === null ? 'some' : count(best);
}

export const count = (n: number): string => n.toLocaleString('en');

/** The number that a figure is compared and drawn by. */
export const weightOf = (of: CasualtyFigure | null): number => of?.best ?? of?.low ?? of?.high ?? 0;

/** The two figures that one looks for first; empty when nothing is reported. */
export function toll({ killed, injured }: Pick<Casualties, 'killed' | 'injured'>): string {
  return [killed && `${figure(killed)} killed`, injured && `${figure(injured)} injured`]
    .filter(Boolean)
    .join(', ');
}
