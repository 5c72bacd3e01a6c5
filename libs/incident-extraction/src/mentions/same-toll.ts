import { fieldOf } from '../reading/casualties.js';
import type { Draft, Piece } from './draft.js';

/** Least number of people that two incidents of an article seldom have in common by chance. */
const TELLING = 2;

/** How many were harmed in what way, as a piece's numbers or its count of people says. */
const figuresOf = ({ tolls, shared }: Piece): string[] =>
  tolls.flatMap(({ effect, quantity }) =>
    !shared && (quantity?.best ?? 0) >= TELLING ? [`${fieldOf(effect)} ${quantity!.best}`] : [],
  );

/** Whether a draft has one of the numbers of people killed, hurt or taken that the pieces give. */
export function sharesToll(draft: Draft, pieces: readonly Piece[]): boolean {
  const own = new Set(pieces.flatMap(figuresOf));
  return own.size > 0 && draft.pieces.some((piece) => figuresOf(piece).some((one) => own.has(one)));
}

/** From so many dead on, sentences of one incident name and hit ever others. */
const MASS = 10;

const tookMany = ({ pieces }: Draft): boolean =>
  pieces.some(({ tolls }) =>
    tolls.some(
      ({ effect, stated, quantity }) =>
        effect === 'killed' && stated && !quantity?.vague && (quantity?.best ?? 0) >= MASS,
    ),
  );

/** Whether one of two drafts tells of an incident that took many lives, and the other of no other such. */
export function isOfMany(a: Draft, b: Draft): boolean {
  const [here, there] = [tookMany(a), tookMany(b)];
  return here && there ? sharesToll(a, b.pieces) : here || there;
}
