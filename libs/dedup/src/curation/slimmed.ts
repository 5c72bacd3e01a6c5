import type { Mention } from '@tocsin/contracts';

const WORDS = 300;
const NAMES = 4;

/** A mention by what tells it from others of its article: about a kilobyte, whatever the article says. */
export function slimmed(mention: Mention): Mention {
  const { aggregate: _, casualties, victims, what, when, where, ...rest } = mention;
  const { killed, injured } = casualties;
  const figure = <T extends { claims: number[]; words?: string }>(each: T | null) =>
    each === null ? null : { ...each, ...(each.words ? cut(each.words) : {}), claims: [] };
  return {
    ...rest,
    summary: mention.summary.slice(0, WORDS),
    what: { ...what, modes: [], contexts: [], instruments: [] },
    when: { ...when, words: null, claims: [] },
    where: { ...where, claims: [] },
    actors: [],
    targets: [],
    victims: victims
      .filter(({ name }) => name !== undefined)
      .slice(0, NAMES)
      .map((victim) => ({ ...victim, ...cut(victim.words), claims: [] })),
    casualties: {
      killed: figure(killed),
      injured: figure(injured),
      missing: null,
      abducted: null,
      arrested: null,
      perpetratorsKilled: null,
    },
    claims: [],
  };
}

const cut = (words: string) => ({ words: words.slice(0, WORDS) });
