/** One bad setting. */
export interface ConfigProblem {
  readonly env: string;
  readonly problem: string;
}

/** The environment does not fit; names every bad setting at once, and no secret's value. */
export class ConfigError extends Error {
  readonly code = 'ERR_CONFIG_INVALID';
  readonly problems: readonly ConfigProblem[];
  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ env, problem }) => `  ${env}: ${problem}`);
    const noun = problems.length === 1 ? 'setting is' : 'settings are';
    super(`${problems.length} ${noun} bad:\n${lines.join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}
