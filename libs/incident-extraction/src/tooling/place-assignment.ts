import type { Draft } from '../mentions/draft.js';
import type { Drafted } from './drafts.js';
import { fold, type KnownIncident } from './place-cases.js';

/**
 * Which draft tells which incident: each draft of harm goes to the incident most of whose words its
 * sentences have. Where nothing can be told apart so, the main draft goes to the only incident.
 */
export function assign(
  incidents: readonly KnownIncident[],
  { harms, main }: Pick<Drafted, 'harms' | 'main'>,
): (readonly [Draft, KnownIncident])[] {
  const [only] = incidents;
  if (incidents.length === 1 && only) return main ? [[main, only]] : [];
  return harms.flatMap((draft) => {
    const text = ` ${fold(draft.pieces.map(wordsOf).join(' '))} `;
    const hits = incidents.map(
      ({ words }) => words.filter((each) => text.includes(` ${each} `)).length,
    );
    const most = Math.max(...hits);
    const best = incidents.filter((_each, i) => hits[i] === most);
    const alike = best.every(({ place }) => place === best[0]!.place);
    return most > 0 && alike ? [[draft, best[0]!] as const] : [];
  });
}

const wordsOf = ({ reading }: Draft['pieces'][number]): string =>
  reading.sentence.tokens.map(({ text }) => text).join(' ');
