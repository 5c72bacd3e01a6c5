import type { Incident, Keyword, Mention } from '@tocsin/contracts';
import {
  byText,
  levelOf,
  crowdOf,
  LinkGraph,
  type ComparableMention,
  type LinkableMention,
  type Retraction,
  type VerdictLink,
} from '@tocsin/dedup';
import { safeJson, type Queryable } from '@tocsin/persistence';
import { reasonsText } from './link-reasons.js';
import { MentionMemory } from './mention-memory.js';
import { incidentIn, PACKED_INCIDENTS, packedIncidents, takenFrom } from './packed-incidents.js';
import { countLinks, forEachLink, packLinks } from './packed-links.js';
import type {
  Assignment,
  IncidentIndex,
  IndexedIncident,
  IndexedMention,
  KnownIncident,
  Neighbourhood,
  NewLink,
} from './incident-index.port.js';

/** Whom a mention belongs to. */
interface MemberRow {
  mention_id: string;
  number: string;
  component: string | null;
  incident_id: string | null;
  retraction: Retraction | null;
  is_delegate: boolean;
}

interface LinkedRow extends MemberRow {
  others: Buffer | null;
}

interface MentionRow extends MemberRow {
  article_id: string;
  payload: Mention;
  day: number;
  keywords: readonly Keyword[];
}

const MEMBER_COLUMNS =
  'm.mention_id, m.number, m.component, m.incident_id, m.retraction, m.is_delegate';
const MENTION_COLUMNS = `${MEMBER_COLUMNS}, m.article_id, m.payload, a.day, a.keywords`;

export class PostgresIncidentIndex implements IncidentIndex {
  /** Of the mentions that this batch met, by id. */
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly tx: Queryable,
    private readonly memory: MentionMemory = new MentionMemory(),
  ) {}

  async removeMentionsOf(articleIds: readonly string[]): Promise<IndexedMention[]> {
    if (articleIds.length === 0) return [];
    const rows = await this.tx.query<MentionRow>(
      `DELETE FROM mention m USING article a
       WHERE m.article_id = a.article_id AND m.article_id = ANY($1) RETURNING ${MENTION_COLUMNS}`,
      [articleIds],
    );
    if (rows.length === 0) return [];
    const numbers = rows.map(({ number }) => number);
    await this.tx.query('DELETE FROM mention_cell WHERE number = ANY($1)', [numbers]);
    // What others' links name and is not there any more is passed over.
    await this.tx.query('DELETE FROM mention_link WHERE number = ANY($1)', [numbers]);
    return rows.map(mentionOf);
  }

  async addMentions(
    mentions: readonly { articleId: string; mention: Mention }[],
    cells: readonly (readonly string[])[],
  ): Promise<void> {
    if (mentions.length === 0) return;
    const rows = await this.tx.query<Pick<MemberRow, 'mention_id' | 'number'>>(
      `INSERT INTO mention (mention_id, article_id, signature, level, payload)
       SELECT * FROM ROWS FROM (
         unnest($1::text[], $2::text[], $3::text[], $4::smallint[]), jsonb_array_elements($5::jsonb)
       ) RETURNING mention_id, number`,
      [
        mentions.map(({ mention }) => mention.mentionId),
        mentions.map(({ articleId }) => articleId),
        mentions.map(({ mention }) => crowdOf(mention)),
        mentions.map(({ mention }) => levelOf(mention.mentionId)),
        safeJson(mentions.map(({ mention }) => mention)),
      ],
    );
    this.note(rows);
    await this.tx.query(
      `INSERT INTO mention_cell (number, cell)
       SELECT number, hashtextextended(cell, 0) FROM unnest($1::bigint[], $2::text[]) AS q (number, cell)
       ON CONFLICT DO NOTHING`,
      [
        mentions.flatMap(({ mention }, at) =>
          (cells[at] ?? []).map(() => this.numbers.get(mention.mentionId)),
        ),
        cells.flat(),
      ],
    );
  }

  async mentionsIn(
    cells: readonly string[],
    which: 'all' | 'delegates',
  ): Promise<Map<string, ComparableMention[]>> {
    if (cells.length === 0) return new Map();
    // Each mention once, however many of the cells it is in; cells by their number, for they are many and long.
    const rows = await this.tx.query<{ number: string; at: readonly number[] }>(
      `SELECT c.number, array_agg(q.at::int) AS at
       FROM unnest($1::text[]) WITH ORDINALITY AS q (cell, at)
       JOIN mention_cell c ON c.cell = hashtextextended(q.cell, 0)
       ${which === 'all' ? '' : 'WHERE c.is_delegate'} GROUP BY c.number`,
      [cells],
    );
    const tellings = await this.tellings(rows.map(({ number }) => Number(number)));
    const byCell = new Map<string, ComparableMention[]>();
    for (const { number, at } of rows) {
      const candidate = tellings.get(Number(number)) as LinkableMention;
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
    if (changes.size === 0) return new Map();
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
    leastLevels: ReadonlyMap<string, number>,
  ): Promise<{ promoted: IndexedMention[]; demotedIds: string[] }> {
    if (leastLevels.size === 0) return { promoted: [], demotedIds: [] };
    const rows = await this.tx.query<MentionRow>(
      `UPDATE mention m SET is_delegate = m.level >= q.least
       FROM unnest($1::text[], $2::smallint[]) AS q (signature, least), article a
       WHERE m.article_id = a.article_id AND m.signature = q.signature
         AND m.is_delegate <> (m.level >= q.least)
       RETURNING ${MENTION_COLUMNS}`,
      [[...leastLevels.keys()], [...leastLevels.values()]],
    );
    if (rows.length === 0) return { promoted: [], demotedIds: [] };
    this.note(rows);
    await this.tx.query(
      `UPDATE mention_cell c SET is_delegate = m.is_delegate FROM mention m
       WHERE c.number = m.number AND m.number = ANY($1)`,
      [rows.map(({ number }) => number)],
    );
    const changed = rows.map(mentionOf);
    return {
      promoted: changed.filter(({ isDelegate }) => isDelegate),
      demotedIds: changed
        .filter(({ isDelegate }) => !isDelegate)
        .map(({ mention }) => mention.mentionId),
    };
  }

  async addLinks(links: readonly NewLink[]): Promise<void> {
    if (links.length === 0) return;
    const byMention = [...Map.groupBy(links, ({ a }) => a)];
    const numberOf = (id: string) => this.numbers.get(id) as number;
    await this.tx.query(
      `INSERT INTO mention_link (number, others, why)
       SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::text[])
       ON CONFLICT (number) DO UPDATE SET others = excluded.others, why = excluded.why`,
      [
        byMention.map(([id]) => numberOf(id)),
        byMention.map(([, own]) =>
          packLinks(own.map(({ b, score }) => ({ number: numberOf(b), score }))),
        ),
        byMention.map(([, own]) => reasonsText(own.map(({ features }) => features))),
      ],
    );
  }

  async reached(mentionIds: readonly string[], incidentIds: readonly string[]): Promise<number[]> {
    if (mentionIds.length + incidentIds.length === 0) return [];
    const rows = await this.tx.query<{ component: string }>(
      `SELECT component FROM mention WHERE mention_id = ANY($1) AND component IS NOT NULL
       UNION SELECT component FROM mention WHERE incident_id = ANY($2) AND component IS NOT NULL`,
      [mentionIds, incidentIds],
    );
    return rows.map(({ component }) => Number(component));
  }

  async neighbourhood(
    components: readonly number[],
    mentionIds: readonly string[],
  ): Promise<Neighbourhood> {
    if (components.length + mentionIds.length === 0)
      return { mentions: [], links: new LinkGraph(0) };
    const rows = await this.tx.query<LinkedRow>(
      `SELECT ${MEMBER_COLUMNS}, l.others FROM mention m LEFT JOIN mention_link l USING (number)
       WHERE m.component = ANY($1)
       UNION ALL
       SELECT ${MEMBER_COLUMNS}, l.others FROM mention m LEFT JOIN mention_link l USING (number)
       WHERE m.mention_id = ANY($2) AND m.component IS NULL`,
      [components, mentionIds],
    );
    const tellings = await this.tellings(rows.map(({ number }) => Number(number)));
    const mentions = rows.map((row) =>
      memberOf(row, tellings.get(Number(row.number)) as LinkableMention),
    );
    const verdicts = await this.tx.query<VerdictLink>(
      `SELECT mention_id AS a, other_id AS b, verdict FROM mention_verdict
       WHERE mention_id = ANY($1) AND mention_id < other_id`,
      [rows.map((row) => row.mention_id)],
    );
    return { mentions, links: linksAmong(rows, verdicts) };
  }

  async incidentsOf(articleIds: readonly string[]): Promise<string[]> {
    if (articleIds.length === 0) return [];
    const rows = await this.tx.query<{ incident_id: string }>(
      `SELECT DISTINCT incident_id FROM mention
       WHERE article_id = ANY($1) AND incident_id IS NOT NULL`,
      [articleIds],
    );
    return rows.map((row) => row.incident_id);
  }

  async known(incidentIds: readonly string[]): Promise<KnownIncident[]> {
    if (incidentIds.length === 0) return [];
    const rows = await this.tx.query<
      Pick<IncidentRow, 'incident_id' | 'founded_at'> & Pick<Incident, 'lifecycle' | 'retraction'>
    >(
      'SELECT incident_id, founded_at, lifecycle, retraction FROM incident WHERE incident_id = ANY($1)',
      [incidentIds],
    );
    return rows.map(({ incident_id: incidentId, founded_at: foundedAt, ...said }) => ({
      incidentId,
      foundedAt: Number(foundedAt),
      ...said,
    }));
  }

  async snapshots(incidentIds: readonly string[]): Promise<Map<string, Incident>> {
    if (incidentIds.length === 0) return new Map();
    const rows = await this.tx.query<IncidentRow>(
      'SELECT incident_id, packed FROM incident WHERE incident_id = ANY($1)',
      [incidentIds],
    );
    return new Map(rows.map(({ incident_id: id, packed }) => [id, incidentIn(packed)]));
  }

  async forwarded(incidentIds: readonly string[]): Promise<Map<string, IndexedIncident>> {
    const rows = await this.tx.query<IncidentRow & { asked: string }>(
      `WITH RECURSIVE forward (asked, incident_id) AS (
         SELECT id, id FROM unnest($1::text[]) AS id
         UNION
         SELECT asked, i.merged_into FROM forward JOIN incident i USING (incident_id)
         WHERE i.merged_into IS NOT NULL
       )
       SELECT f.asked, i.incident_id, i.founded_at, i.packed FROM forward f JOIN incident i USING (incident_id)
       WHERE i.merged_into IS NULL`,
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
    if (incidents.length === 0) return;
    await this.tx.query(
      `INSERT INTO incident (incident_id, revision, lifecycle, retraction, merged_into, packed, founded_at)
       SELECT id, revision, lifecycle, retraction, merged_into, packed, ($9::bigint[])[nth]
       FROM (${PACKED_INCIDENTS}) AS new
       ON CONFLICT (incident_id) DO UPDATE SET ${takenFrom('excluded')}`,
      [
        ...packedIncidents(incidents.map(({ snapshot }) => snapshot)),
        incidents.map(({ foundedAt }) => foundedAt),
      ],
    );
  }

  async assign(assignments: readonly Assignment[]): Promise<void> {
    if (assignments.length === 0) return;
    await this.tx.query(
      `UPDATE mention SET incident_id = new.incident_id, component = new.component
       FROM unnest($1::text[], $2::text[], $3::bigint[]) AS new (mention_id, incident_id, component)
       WHERE mention.mention_id = new.mention_id`,
      [
        assignments.map(({ mentionId }) => mentionId),
        assignments.map(({ incidentId }) => incidentId),
        assignments.map(({ component }) => component),
      ],
    );
  }

  private async tellings(numbers: readonly number[]): Promise<Map<number, LinkableMention>> {
    const tellings = await this.memory.read(numbers, this.tx);
    for (const [number, { mention }] of tellings) this.numbers.set(mention.mentionId, number);
    return tellings;
  }

  private note(rows: readonly Pick<MemberRow, 'mention_id' | 'number'>[]): void {
    for (const row of rows) this.numbers.set(row.mention_id, Number(row.number));
  }
}

/** The links between these mentions, without those that two silent ones had before they fell silent. */
function linksAmong(rows: readonly LinkedRow[], verdicts: readonly VerdictLink[]): LinkGraph {
  const most = rows.reduce((sum, { others }) => sum + countLinks(others), 0);
  const graph = new LinkGraph(rows.length, most);
  const places = new Map(rows.map(({ number }, place) => [Number(number), place]));
  for (const [here, row] of rows.entries()) {
    if (row.others === null) continue;
    forEachLink(row.others, (number, score) => {
      const there = places.get(number);
      if (there === undefined || !(row.is_delegate || rows[there]?.is_delegate)) return;
      graph.link(here, there, score);
    });
  }
  const placeById = new Map(rows.map((row, place) => [row.mention_id, place]));
  for (const { a, b, verdict } of verdicts) {
    const [here, there] = [placeById.get(a), placeById.get(b)];
    if (here !== undefined && there !== undefined) graph.judge(here, there, verdict);
  }
  return graph;
}

interface IncidentRow {
  incident_id: string;
  founded_at: string;
  packed: Buffer;
}

const incidentOf = ({ incident_id, founded_at, packed }: IncidentRow): IndexedIncident => ({
  incidentId: incident_id,
  foundedAt: Number(founded_at),
  snapshot: incidentIn(packed),
});

function mentionOf(row: MentionRow): IndexedMention {
  const { article_id: articleId, day: articleDay, keywords, payload: mention } = row;
  return memberOf(row, { articleId, articleDay, keywords, mention });
}

function memberOf(row: MemberRow, telling: LinkableMention): IndexedMention {
  return {
    ...telling,
    number: Number(row.number),
    component: row.component === null ? null : Number(row.component),
    incidentId: row.incident_id,
    retraction: row.retraction,
    isDelegate: row.is_delegate,
  };
}
