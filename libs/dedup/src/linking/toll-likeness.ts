/** A toll may triple while it rises: beyond this two tolls differ. */
export const RISING = Math.log(3);

/** How far apart two tolls are: the logarithm of their ratio, 0 when they are the same. */
export const ratioOf = (x: number, y: number): number => Math.abs(Math.log((x + 0.5) / (y + 0.5)));
