import type { Block } from '../blocks/block.js';

/** What the evaluation compares: runs of letters, digits and underscores. */
export const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

/** Which blocks stand in the expected text, and how many tokens each has. */
export interface Labels {
  readonly inBody: Uint8Array;
  readonly tokens: readonly number[];
  readonly expectedTokens: number;
}

const RUN = 4;
/** Share of a block's runs of four tokens that must stand in the expected text. */
const MIN_SHARE = 0.5;

/** Labels blocks by the expected body: by runs of four tokens, short ones by line or by what stands before them. */
export function labelBlocks(blocks: readonly Block[], expected: string): Labels {
  const all = tokensOf(expected);
  const runs = new Set(
    all
      .slice(0, Math.max(0, all.length - RUN + 1))
      .map((_, at) => all.slice(at, at + RUN).join(' ')),
  );
  const lines = new Set(expected.split('\n').map((line) => tokensOf(line).join(' ')));
  const joined = ` ${all.join(' ')} `;
  const inBody = new Uint8Array(blocks.length);
  const tokens: number[] = [];
  let before: readonly string[] = [];
  blocks.forEach(({ text }, at) => {
    const own = tokensOf(text);
    tokens.push(own.length);
    if (own.length === 0) return;
    const is =
      own.length >= RUN
        ? shareIn(own, runs) >= MIN_SHARE
        : lines.has(own.join(' ')) ||
          (joined.includes(` ${[...before, ...own].join(' ')} `) && before.length > 0);
    inBody[at] = Number(is);
    if (is) before = [...before, ...own].slice(-2);
  });
  return { inBody, tokens, expectedTokens: all.length };
}

function shareIn(own: readonly string[], runs: ReadonlySet<string>): number {
  let found = 0;
  const count = own.length - RUN + 1;
  for (let at = 0; at < count; at++) if (runs.has(own.slice(at, at + RUN).join(' '))) found++;
  return found / count;
}
