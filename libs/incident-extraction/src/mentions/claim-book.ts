import type { Claim } from '@tocsin/contracts';
import { attributionAt } from '../attribution/read-attribution.js';
import type { Document } from '../text/document.js';
import type { Piece } from './draft.js';

/** Collects one mention's claims; values refer to them by index. */
export class ClaimBook {
  readonly claims: Claim[] = [];

  constructor(private readonly document: Document) {}

  /** Claims a value for tokens `from`..`to` (exclusive) of a piece's sentence; returns its index. */
  add(
    field: string,
    value: string | number | null,
    piece: Piece,
    from: number,
    to: number,
    confidence: number,
  ): number {
    const { sentence } = piece.reading;
    const { chain, hedge } = attributionAt(piece.reading.attribution, from);
    const start = sentence.tokens[from]!.start;
    const end = sentence.tokens[Math.min(to, sentence.tokens.length) - 1]!.end;
    return this.push({
      field,
      value,
      attribution: [...chain],
      hedge,
      part: sentence.part,
      quote: this.document.text.slice(start, end),
      start,
      end,
      confidence,
    });
  }

  /** The text of tokens `from`..`to` as written. */
  words(piece: Piece, from: number, to: number): string {
    const { tokens } = piece.reading.sentence;
    return this.document.text.slice(
      tokens[from]!.start,
      tokens[Math.min(to, tokens.length) - 1]!.end,
    );
  }

  private push(claim: Claim): number {
    const known = this.claims.findIndex(
      (c) => c.field === claim.field && c.start === claim.start && c.end === claim.end,
    );
    if (known >= 0) return known;
    this.claims.push(claim);
    return this.claims.length - 1;
  }
}
