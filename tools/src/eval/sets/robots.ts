import { robotsVerdict } from '@tocsin/feeds';
import type { SetAdapter } from '../set-adapter.js';

/** robots.txt, agent and URL → allowed (Google's own cases). */
export const robots: SetAdapter = {
  set: 'robots',
  scorers: [{ scorer: 'exact', args: ['--set', 'robots'] }],
  async *predict(cases) {
    for await (const { id, input } of cases) {
      const { robots_txt: text, user_agent: agent, url } = input;
      const bytes = Buffer.from(String(text));
      yield { id, allowed: robotsVerdict(bytes, 200, String(agent), String(url)).allowed };
    }
  },
};
