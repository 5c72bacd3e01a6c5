import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Incident, IncidentCurated } from '@tocsin/contracts';
import { incidentIn } from '../index/packed-incidents.js';
import type { Message } from '@tocsin/messaging';
import { openTestIndex, outputsIn, type TestIndex } from '../testing/instance.js';
import { mentionOf, messageOf, storyOf, townAt } from '../testing/messages.js';
import { curateIncidents } from './curate-incidents.handler.js';
import { createDeduplicateArticlesHandler } from './deduplicate-articles.handler.js';

const handler = createDeduplicateArticlesHandler({ windowDays: 14 });
let index: TestIndex;

beforeAll(async () => {
  index = await openTestIndex(process.env['DATABASE_URL']);
});
beforeEach(() => index.clear());
afterAll(() => index.close());

async function incidents(): Promise<Incident[]> {
  const rows = await index.query<{ packed: Buffer }>(
    'SELECT packed FROM incident ORDER BY founded_at, incident_id',
  );
  return rows.map(({ packed }) => incidentIn(packed));
}

const article = (id: string, mention = mentionOf('m'), hour = 12) =>
  index.handle(handler, [
    messageOf(id, {
      text: storyOf(id),
      mentions: [mention],
      publishedAt: `2022-01-06T${hour}:00:00Z`,
    }),
  ]);

async function command(payload: Partial<IncidentCurated>) {
  const full: IncidentCurated = {
    commandId: randomUUID(),
    action: 'retract',
    incidentId: '',
    otherIncidentIds: [],
    mentionIds: [],
    subjects: [],
    reason: 'the analyst knows',
    by: 'analyst',
    at: '2022-01-09T10:00:00.000Z',
    ...payload,
  };
  const { payload: _, ...raw } = messageOf('c', { text: '' });
  const message: Message<IncidentCurated> = { ...raw, payload: full };
  return index.handle(curateIncidents, [message]);
}

const aktau = mentionOf('m', { where: townAt('Aktau', 43.65, 51.15) });

describe('an analyst', () => {
  it('merges two incidents; the younger one forwards, and later mentions join the one', async () => {
    await article('one');
    await article('two', aktau, 13);
    const [first, second] = await incidents();
    const outputs = outputsIn(
      await command({
        action: 'merge',
        incidentId: second?.incidentId ?? '',
        otherIncidentIds: [first?.incidentId ?? ''],
      }),
    );
    expect(outputs).toHaveLength(4);
    const [survivor, forwarding] = await incidents();
    expect(survivor).toMatchObject({
      lifecycle: 'active',
      articleCount: 2,
      supersedes: [second?.incidentId],
    });
    expect(forwarding).toMatchObject({ lifecycle: 'merged', mergedInto: first?.incidentId });

    await article('three', aktau, 14);
    expect(await incidents()).toMatchObject([{ articleCount: 3 }, { lifecycle: 'merged' }]);
  });

  it('splits an incident, and it stays split', async () => {
    await article('one');
    await article('two', mentionOf('m'), 13);
    const [whole] = await incidents();
    const split = await command({
      action: 'split',
      incidentId: whole?.incidentId ?? '',
      mentionIds: ['two-1-m'],
    });
    expect(outputsIn(split)[0]?.value).toMatchObject({
      reason: 'analyst: the analyst knows',
    });
    expect(await incidents()).toMatchObject([{ articleCount: 1 }, { articleCount: 1 }]);
    await article('three', mentionOf('m'), 14);
    const after = await incidents();
    expect(after.map(({ articleCount }) => articleCount).sort()).toEqual([1, 2]);
  });

  it('retracts an incident, and it stays retracted whoever tells of it later', async () => {
    await article('one');
    const [known] = await incidents();
    const incidentId = known?.incidentId ?? '';
    const outputs = outputsIn(await command({ incidentId }));
    expect(outputs[0]?.value).toMatchObject({ change: 'retracted', incident: { revision: 2 } });
    expect(outputsIn(await command({ incidentId }))).toEqual([]);
    await article('two', mentionOf('m'), 13);
    expect(await incidents()).toMatchObject([
      {
        incidentId,
        lifecycle: 'retracted',
        articleCount: 2,
        retraction: { reason: 'the analyst knows' },
      },
    ]);
  });

  it('is told when the incident is unknown, and changes nothing by a split that names nothing', async () => {
    expect(await command({ incidentId: 'nowhere' })).toMatchObject([
      { kind: 'drop', code: 'ERR_DEDUPLICATOR_UNKNOWN_INCIDENT' },
    ]);
    await article('one');
    const [known] = await incidents();
    const nothing = await command({ action: 'split', incidentId: known?.incidentId ?? '' });
    expect(outputsIn(nothing)).toEqual([]);
  });
});
