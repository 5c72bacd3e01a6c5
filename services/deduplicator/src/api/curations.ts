import { randomUUID } from 'node:crypto';
import type {
  CommandView,
  CuratedIncident,
  CurationChange,
  CurationRequest,
  IncidentCurated,
} from '@tocsin/contracts';
import { byText, trimIncident } from '@tocsin/dedup';
import { header, type Codec } from '@tocsin/messaging';
import { inTransaction, writeOutbox, type Queryable } from '@tocsin/persistence';
import type { DataSource } from 'typeorm';
import { SearchLocks } from '../index/search-locks.js';
import { PostgresCurationIndex } from '../index/postgres-curation-index.js';
import { PostgresIncidentIndex } from '../index/postgres-incident-index.js';
import { PostgresSyndicationIndex } from '../index/postgres-syndication-index.js';
import { curate, lockCurated } from '../stages/curate.js';
import { MOST_NAMED } from '../stages/name-subjects.js';
import { UPDATED_BYTES } from '../stages/revision.js';
import { SERVICE } from '../topology.js';
import { commandOf } from './command-of.js';
import { articlesOf } from '../index/curation-index.port.js';
import { changeOf, viewOf } from './curation-answers.js';
import { refusals } from './curation-refusals.js';

/** Carries a preview out of the transaction that it must leave no trace of. */
class Previewed extends Error {
  constructor(readonly changes: readonly CurationChange[]) {
    super('This was a preview.');
  }
}

/** What analysts ask for: looked at, tried without effect, and given as commands on `incident-curated`. */
export class Curations {
  /** @param now ms since the epoch */
  constructor(
    private readonly database: DataSource,
    private readonly codec: Codec,
    private readonly now: () => number,
  ) {}

  /** Exactly what the command would do now. @throws HttpException when it is refused or would change nothing */
  async preview(request: CurationRequest): Promise<readonly CurationChange[]> {
    try {
      return await inTransaction(this.database, async (tx) => {
        const indexes = indexesOf(tx);
        const command = await commandOf(request, this.stamp(request), indexes.incidents);
        await lockCurated([command], indexes);
        throw new Previewed((await curate(command, indexes))?.map(changeOf) ?? []);
      });
    } catch (error) {
      if (!(error instanceof Previewed)) throw error;
      if (error.changes.length === 0) throw refusals.noEffect();
      return error.changes;
    }
  }

  /**
   * Gives the command: it is on its way when this returns, and takes effect when the deduplicator reads it.
   * @throws HttpException as `preview` does
   */
  async give(
    request: CurationRequest,
  ): Promise<{ command: CommandView; changes: readonly CurationChange[] }> {
    const known = request.commandId === undefined ? null : await this.known(request.commandId);
    if (known !== null) return { command: viewOf(known), changes: [] };
    const changes = await this.preview(request);
    const command = await inTransaction(this.database, async (tx) => {
      const { incidents } = indexesOf(tx);
      const given = await commandOf(request, this.stamp(request), incidents);
      await writeOutbox(tx, [this.recordOf(given)]);
      return given;
    });
    return { command: viewOf(command), changes };
  }

  /** A command that has taken effect. @throws HttpException */
  async command(commandId: string): Promise<CommandView> {
    const known = await this.known(commandId);
    if (known === null) throw refusals.unknownCommand(commandId);
    return viewOf(known);
  }

  /** @throws HttpException */
  incident(id: string): Promise<CuratedIncident> {
    return inTransaction(this.database, async (tx) => {
      const { incidents, syndication, curations } = indexesOf(tx);
      const known = (await incidents.forwarded([id])).get(id);
      if (known === undefined) throw refusals.unknownIncident([id]);
      const members = await incidents.membersOf([known.incidentId], [], MOST_NAMED);
      const articleIds = [...new Set(members.map(({ articleId }) => articleId))];
      const articles = await syndication.articles(articleIds);
      const sources = new Map(articles.map(({ articleId, source }) => [articleId, source]));
      const own = new Set(articleIds);
      const commands = await curations.concerning(articleIds);
      return {
        incident: trimIncident(known.snapshot, UPDATED_BYTES),
        forwardedFrom: known.incidentId === id ? null : id,
        mentions: members.map(({ mention, articleId }) => {
          const { url = '', title = '', publishedAt = null } = sources.get(articleId) ?? {};
          const { mentionId, summary } = mention;
          return { mentionId, articleId, url, title, publishedAt, summary };
        }),
        curations: commands
          .filter((command) => articlesOf(command).some((articleId) => own.has(articleId)))
          .sort((a, b) => byText(a.at, b.at))
          .map(viewOf),
      };
    });
  }

  private known(commandId: string): Promise<IncidentCurated | null> {
    return inTransaction(this.database, (tx) => indexesOf(tx).curations.command(commandId));
  }

  private stamp({ commandId = randomUUID() }: CurationRequest) {
    return { commandId, at: new Date(this.now()).toISOString() };
  }

  private recordOf(command: IncidentCurated) {
    const topic = 'incident-curated';
    return {
      topic,
      key: command.incidentId,
      value: this.codec.encode(topic, command),
      headers: {
        [header.ceId]: command.commandId,
        [header.ceType]: `tocsin.${topic}`,
        [header.ceSource]: `/tocsin/${SERVICE}`,
        [header.ceTime]: command.at,
        [header.schemaVersion]: this.codec.schemaVersion(topic),
        [header.contentType]: 'application/json',
      },
    };
  }
}

const indexesOf = (tx: Queryable) => ({
  locks: new SearchLocks(tx),
  incidents: new PostgresIncidentIndex(tx),
  syndication: new PostgresSyndicationIndex(tx),
  curations: new PostgresCurationIndex(tx),
});
