import type { IncidentCurated, Mention } from '@tocsin/contracts';
import type { Verdicts } from '@tocsin/dedup';

/** The memory of analysts' commands. Bound to one transaction. */
export interface CurationIndex {
  /** False when the command is known already: nothing is kept then. */
  keep(command: IncidentCurated): Promise<boolean>;
  command(commandId: string): Promise<IncidentCurated | null>;
  /** Commands that name one of the articles, or an article that such a command names, and so on. */
  concerning(articleIds: readonly string[]): Promise<IncidentCurated[]>;
  /** The mentions that there are of each of the articles. */
  mentionsOf(articleIds: readonly string[]): Promise<Map<string, Mention[]>>;
  /** Replaces all that was said of these mentions before. */
  replaceVerdicts(mentionIds: readonly string[], verdicts: Verdicts): Promise<void>;
}

/** The articles that a command is about. */
export const articlesOf = ({ subjects }: IncidentCurated): string[] => [
  ...new Set(subjects.flatMap(({ mentions }) => mentions.map(({ articleId }) => articleId))),
];
