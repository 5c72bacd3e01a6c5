import type { PloverType } from '@tocsin/contracts';
import { createIncidentExtractor } from '@tocsin/incident-extraction';
import type { SetAdapter } from '../set-adapter.js';
import { textArticle } from './text-article.js';

/** The set's older labels; the other way round than PLOVER's own merging of them. */
const LABELS: Readonly<Partial<Record<PloverType, string>>> = {
  REQUEST: 'DEMAND',
  ACCUSE: 'DISAPPROVE',
};

/** Sentences → PLOVER event. */
export const ploverGsr: SetAdapter = {
  set: 'plover_gsr',
  scorers: [{ scorer: 'exact', args: ['--set', 'plover_gsr'] }],
  async *predict(cases) {
    const extractor = createIncidentExtractor();
    for await (const { id, input } of cases) {
      const text = String(input['text'] ?? '');
      const mentions = extractor.extract(textArticle({ id, title: '', text, publishedAt: null }));
      const types = mentions.flatMap(({ what }) => what.ploverType ?? []);
      const [type] = types;
      const fight = mentions.some(({ what }) => what.acledSubEventType === 'Armed clash');
      yield { id, event: fight ? 'FIGHT' : type ? (LABELS[type] ?? type) : null };
    }
  },
};
