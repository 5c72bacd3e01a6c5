/** Pages a turn: short enough that a busy moment of the machine strikes every contestant. */
const PAGES_A_TURN = 20;
/** Pages a round at least, so that few pages are read often enough to mean something. */
const PAGES_A_ROUND = 200;

/** A stretch of the pages that one contestant reads while the others wait. */
export interface Turn<Name extends string = string> {
  readonly name: Name;
  readonly round: number;
  readonly from: number;
  readonly to: number;
}

/** The pages of a round: each the same number of times, and once where there are enough of them. */
export function roundOf<Page>(pages: readonly Page[]): Page[] {
  const times = Math.ceil(PAGES_A_ROUND / pages.length);
  return Array.from({ length: times }, () => pages).flat();
}

/**
 * Who reads what when: turn by turn all read the same pages, each time another one first.
 *
 * @param length pages of a round
 */
export function planTurns<Name extends string>(
  names: readonly Name[],
  length: number,
  rounds: number,
): Turn<Name>[] {
  const turns: Turn<Name>[] = [];
  let first = 0;
  for (let round = 0; round < rounds; round++) {
    for (let from = 0; from < length; from += PAGES_A_TURN) {
      const to = Math.min(length, from + PAGES_A_TURN);
      const order = [...names.slice(first), ...names.slice(0, first)];
      turns.push(...order.map((name) => ({ name, round, from, to })));
      first = (first + 1) % names.length;
    }
  }
  return turns;
}
