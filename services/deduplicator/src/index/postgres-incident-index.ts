import type { Incident, Keyword, Mention } from '@tocsin/contracts';
import {
  byText,
  levelOf,
  LINK_THRESHOLD,
  crowdOf,
  type ComparableMention,
  type GroupLink,
  type LinkableMention,
  type Retraction,
} from '@tocsin/dedup';
import { safeJson, type Queryable } from '@tocsin/persistence';
import { MentionMemory } from './mention-memory.js';
import type {
  IncidentIndex,
  IndexedIncident,
  IndexedMention,
  Neighbourhood,
  NewLink,
} from './incident-index.port.js';

/** Whom a mention belongs to. */
interface MemberRow {
  mention_id: string;
  incident_id: string | null;
  retraction: Retraction | null;
  is_delegate: boolean;
}

interface MentionRow extends MemberRow {
  article_id: string;
  payload: Mention;
  day: number;
  keywords: readonly Keyword[];
}

const MENTION_COLUMNS =
  'm.mention_id, m.article_id, m.payload, m.incident_id, m.retraction, m.is_delegate, a.day, a.keywords';

/** The mentions $1 and the members of the incidents $2, and all that links as likely as $3 lead to from there. */
const NEAR = `
  WITH RECURSIVE near (mention_id) AS (
    SELECT mention_id FROM mention WHERE mention_id = ANY($1) OR incident_id = ANY($2)
    UNION
    SELECT l.other_id FROM near CROSS JOIN LATERAL (
      -- Doubtful links begin nothing, so they widen nothing.
      SELECT other_id FROM mention_link
      WHERE mention_link.mention_id = near.mention_id AND score >= $3
      UNION ALL
      SELECT other_id FROM mention_verdict WHERE mention_verdict.mention_id = near.mention_id
    ) l
  )`;

export class PostgresIncidentIndex implements IncidentIndex {
  constructor(
    private readonly tx: Queryable,
    private readonly memory: MentionMemory = new MentionMemory(),
  ) {}

  async removeMentionsOf(articleIds: readonly string[]): Promise<IndexedMention[]> {
    const rows = await this.tx.query<MentionRow>(
      `DELETE FROM mention m USING article a
       WHERE m.article_id = a.article_id AND m.article_id = ANY($1) RETURNING ${MENTION_COLUMNS}`,
      [articleIds],
    );
    const ids = rows.map((row) => row.mention_id);
    if (ids.length === 0) return [];
    await this.tx.query('DELETE FROM mention_cell WHERE mention_id = ANY($1)', [ids]);
    await this.tx.query('DELETE FROM mention_link WHERE mention_id = ANY($1)', [ids]);
    await this.tx.query('DELETE FROM mention_link WHERE other_id = ANY($1)', [ids]);
    return rows.map(mentionOf);
  }

  async addMentions(
    mentions: readonly { articleId: string; mention: Mention }[],
    cells: readonly (readonly string[])[],
  ): Promise<void> {
    await this.tx.query(
      `INSERT INTO mention (mention_id, article_id, signature, level, payload)
       SELECT * FROM ROWS FROM (
         unnest($1::text[], $2::text[], $3::text[], $4::smallint[]), jsonb_array_elements($5::jsonb)
       )`,
      [
        mentions.map(({ mention }) => mention.mentionId),
        mentions.map(({ articleId }) => articleId),
        mentions.map(({ mention }) => crowdOf(mention)),
        mentions.map(({ mention }) => levelOf(mention.mentionId)),
        safeJson(mentions.map(({ mention }) => mention)),
      ],
    );
    await this.tx.query(
      'INSERT INTO mention_cell (mention_id, cell) SELECT * FROM unnest($1::text[], $2::text[])',
      [
        mentions.flatMap(({ mention }, at) => (cells[at] ?? []).map(() => mention.mentionId)),
        cells.flat(),
      ],
    );
  }

  async mentionsIn(
    cells: readonly string[],
    which: 'all' | 'delegates',
  ): Promise<Map<string, ComparableMention[]>> {
    // Each mention once, however many of the cells it is in; cells by their number, for they are many and long.
    const rows = await this.tx.query<{ mention_id: string; at: readonly number[] }>(
      `SELECT c.mention_id, array_agg(q.at::int) AS at
       FROM unnest($1::text[]) WITH ORDINALITY AS q (cell, at) JOIN mention_cell c USING (cell)
       ${which === 'all' ? '' : 'WHERE c.is_delegate'} GROUP BY c.mention_id`,
      [cells],
    );
    const tellings = await this.memory.read(
      rows.map((row) => row.mention_id),
      this.tx,
    );
    const byCell = new Map<string, ComparableMention[]>();
    for (const { mention_id, at } of rows) {
      const candidate = tellings.get(mention_id) as LinkableMention;
      for (const place of at) {
        const cell = cells[place - 1] as string;
        const known = byCell.get(cell);
        if (known === undefined) byCell.set(cell, [candidate]);
        else known.push(candidate);
      }
    }
    return byCell;
  }

  async countCrowds(changes: ReadonlyMap<string, number>): Promise<Map<string, number>> {
    // In one order, so that no two instances can wait for each other.
    const inOrder = [...changes].sort(([a], [b]) => byText(a, b));
    const rows = await this.tx.query<{ signature: string; mentions: number }>(
      `INSERT INTO crowd (signature, mentions) SELECT * FROM unnest($1::text[], $2::int[])
       ON CONFLICT (signature) DO UPDATE SET mentions = crowd.mentions + excluded.mentions
       RETURNING signature, mentions`,
      [inOrder.map(([signature]) => signature), inOrder.map(([, change]) => change)],
    );
    return new Map(rows.map(({ signature, mentions }) => [signature, mentions]));
  }

  async delegate(
    signature: string,
    leastLevel: number,
  ): Promise<{ promoted: IndexedMention[]; demotedIds: string[] }> {
    const rows = await this.tx.query<MentionRow>(
      `UPDATE mention m SET is_delegate = m.level >= $2 FROM article a
       WHERE m.article_id = a.article_id AND m.signature = $1
         AND m.is_delegate <> (m.level >= $2)
       RETURNING ${MENTION_COLUMNS}`,
      [signature, leastLevel],
    );
    const changed = rows.map(mentionOf);
    await this.tx.query(
      `UPDATE mention_cell c SET is_delegate = m.is_delegate FROM mention m
       WHERE c.mention_id = m.mention_id AND m.mention_id = ANY($1)`,
      [changed.map(({ mention }) => mention.mentionId)],
    );
    const demotedIds = changed
      .filter(({ isDelegate }) => !isDelegate)
      .map(({ mention }) => mention.mentionId);
    await this.tx.query(
      `DELETE FROM mention_link l USING mention m
       WHERE (l.mention_id = ANY($1) AND m.mention_id = l.other_id AND NOT m.is_delegate)
          OR (l.other_id = ANY($1) AND m.mention_id = l.mention_id AND NOT m.is_delegate)`,
      [demotedIds],
    );
    return { promoted: changed.filter(({ isDelegate }) => isDelegate), demotedIds };
  }

  async addLinks(links: readonly NewLink[]): Promise<void> {
    const both = links.flatMap(({ a, b, score, features }) => [
      { a, b, score, features: safeJson(features) },
      // Why is said once.
      { a: b, b: a, score, features: null },
    ]);
    await this.tx.query(
      `INSERT INTO mention_link (mention_id, other_id, score, features)
       SELECT * FROM unnest($1::text[], $2::text[], $3::float8[], $4::jsonb[])
       ON CONFLICT DO NOTHING`,
      [
        both.map(({ a }) => a),
        both.map(({ b }) => b),
        both.map(({ score }) => score),
        both.map(({ features }) => features),
      ],
    );
  }

  async reached(mentionIds: readonly string[], incidentIds: readonly string[]): Promise<string[]> {
    const rows = await this.tx.query<{ incident_id: string }>(
      `${NEAR}
       SELECT DISTINCT m.incident_id FROM near JOIN mention m USING (mention_id)
       WHERE m.incident_id IS NOT NULL`,
      [mentionIds, incidentIds, LINK_THRESHOLD],
    );
    return rows.map((row) => row.incident_id);
  }

  async neighbourhood(
    mentionIds: readonly string[],
    incidentIds: readonly string[],
  ): Promise<Neighbourhood> {
    const rows = await this.tx.query<MemberRow>(
      `${NEAR}
       SELECT m.mention_id, m.incident_id, m.retraction, m.is_delegate
       FROM near JOIN mention m USING (mention_id)`,
      [mentionIds, incidentIds, LINK_THRESHOLD],
    );
    const ids = rows.map((row) => row.mention_id);
    const tellings = await this.memory.read(ids, this.tx);
    const mentions = rows.map((row) =>
      memberOf(row, tellings.get(row.mention_id) as LinkableMention),
    );
    const links = await this.tx.query<GroupLink>(
      `SELECT mention_id AS a, other_id AS b, score, 'likely' AS verdict FROM mention_link
       WHERE mention_id = ANY($1) AND mention_id < other_id
       UNION ALL
       SELECT mention_id, other_id, 0, verdict FROM mention_verdict
       WHERE mention_id = ANY($1) AND mention_id < other_id`,
      [ids],
    );
    return { mentions, links };
  }

  async incidentsOf(articleIds: readonly string[]): Promise<string[]> {
    const rows = await this.tx.query<{ incident_id: string }>(
      `SELECT DISTINCT incident_id FROM mention
       WHERE article_id = ANY($1) AND incident_id IS NOT NULL`,
      [articleIds],
    );
    return rows.map((row) => row.incident_id);
  }

  async incidents(incidentIds: readonly string[]): Promise<IndexedIncident[]> {
    const rows = await this.tx.query<IncidentRow>(
      'SELECT incident_id, founded_at, snapshot FROM incident WHERE incident_id = ANY($1)',
      [incidentIds],
    );
    return rows.map(incidentOf);
  }

  async forwarded(incidentIds: readonly string[]): Promise<Map<string, IndexedIncident>> {
    const rows = await this.tx.query<IncidentRow & { asked: string }>(
      `WITH RECURSIVE forward (asked, incident_id) AS (
         SELECT id, id FROM unnest($1::text[]) AS id
         UNION
         SELECT asked, i.snapshot->>'mergedInto' FROM forward JOIN incident i USING (incident_id)
         WHERE i.snapshot->>'mergedInto' IS NOT NULL
       )
       SELECT f.asked, i.incident_id, i.founded_at, i.snapshot FROM forward f JOIN incident i USING (incident_id)
       WHERE i.snapshot->>'mergedInto' IS NULL`,
      [incidentIds],
    );
    return new Map(rows.map((row) => [row.asked, incidentOf(row)]));
  }

  async membersOf(
    incidentIds: readonly string[],
    first: readonly string[],
    limit: number,
  ): Promise<IndexedMention[]> {
    const rows = await this.tx.query<MentionRow>(
      `SELECT * FROM (
         SELECT ${MENTION_COLUMNS}, row_number() OVER (
           PARTITION BY m.incident_id
           ORDER BY m.mention_id = ANY($2) DESC, a.day, m.mention_id
         ) AS place
         FROM mention m JOIN article a USING (article_id) WHERE m.incident_id = ANY($1)
       ) AS member WHERE place <= $3 ORDER BY incident_id, place`,
      [incidentIds, first, limit],
    );
    return rows.map(mentionOf);
  }

  async saveIncidents(incidents: readonly IndexedIncident[]): Promise<void> {
    await this.tx.query(
      `INSERT INTO incident (incident_id, founded_at, snapshot)
       SELECT * FROM ROWS FROM (unnest($1::text[], $2::bigint[]), jsonb_array_elements($3::jsonb))
       ON CONFLICT (incident_id) DO UPDATE SET snapshot = excluded.snapshot`,
      [
        incidents.map(({ incidentId }) => incidentId),
        incidents.map(({ foundedAt }) => foundedAt),
        safeJson(incidents.map(({ snapshot }) => snapshot)),
      ],
    );
  }

  async assign(incidentOf: ReadonlyMap<string, string | null>): Promise<void> {
    await this.tx.query(
      `UPDATE mention SET incident_id = new.incident_id
       FROM unnest($1::text[], $2::text[]) AS new (mention_id, incident_id)
       WHERE mention.mention_id = new.mention_id`,
      [[...incidentOf.keys()], [...incidentOf.values()]],
    );
  }
}

interface IncidentRow {
  incident_id: string;
  founded_at: string;
  snapshot: Incident;
}

const incidentOf = ({ incident_id, founded_at, snapshot }: IncidentRow): IndexedIncident => ({
  incidentId: incident_id,
  foundedAt: Number(founded_at),
  snapshot,
});

function mentionOf(row: MentionRow): IndexedMention {
  const { article_id: articleId, day: articleDay, keywords, payload: mention } = row;
  return memberOf(row, { articleId, articleDay, keywords, mention });
}

function memberOf(
  { incident_id: incidentId, retraction, is_delegate: isDelegate }: MemberRow,
  telling: LinkableMention,
): IndexedMention {
  return { ...telling, incidentId, retraction, isDelegate };
}
