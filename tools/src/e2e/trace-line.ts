import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Incident } from '@tocsin/contracts';
import type { SpanLine } from '@tocsin/telemetry';
import type { Client } from 'pg';
import type { LineState } from './line-state.js';
import type { OwnLine } from './own-line.js';
import { linksTo, orphansOf, outlineOf, pathTo, told, traceIdOf } from './spans.js';

/** A run that has ended, and one article of it that is followed. */
export interface TracedRun {
  readonly line: OwnLine;
  readonly database: Client;
  readonly settled: LineState;
  /** The followed article, its file's name on the site, and its main incident. */
  readonly seedId: string;
  readonly seed: string;
  readonly incident: Incident;
}

/** The traces that a run has left with the collector. Part of the spec of a whole run. */
export function describeTraces(ended: () => TracedRun): void {
  describe('a run that has ended', () => {
    let run: TracedRun;
    beforeAll(() => void (run = ended()));

    describe('the trace of the seed article', () => {
      let spans: SpanLine[];
      let path: SpanLine[];
      beforeAll(() => {
        spans = run.line.collector.spans;
        const revised = spans.find(
          ({ name, attributes }) =>
            name === 'process incident-revised' &&
            attributes['kafka.message.key'] === run.incident.incidentId,
        );
        path = pathTo(revised as SpanLine, spans);
      });

      it('leads through all four services, each step below the one that led to it', () => {
        expect(path.map(told)).toEqual([
          'fetcher: fetch',
          'fetcher: send article-fetched',
          'extractor: process article-fetched',
          'extractor: send incident-extracted',
          'deduplicator: process incident-extracted',
          'deduplicator: send incident-revised',
          'store: process incident-revised',
        ]);
        expect(path[0]?.parentSpanId).toBeNull();
        expect(path[0]?.attributes['url.full']).toBe(`${run.line.site.origin}/news/${run.seed}`);
      });

      it('is one, and the one that the incident and the end of the URL name', () => {
        const traceId = traceIdOf(run.incident.traceparent);
        expect(new Set(path.map((span) => span.traceId))).toEqual(new Set([traceId]));
        const end = run.settled.ends.find(({ urlId }) => urlId === run.seedId);
        expect(traceIdOf(end?.traceparent)).toBe(traceId);
      });

      it('says of each record where it was and what was done with it', () => {
        const [, send, processed] = path;
        const record = {
          'messaging.system.name': 'kafka',
          'messaging.destination.name': 'article-fetched',
          'kafka.message.key': run.seedId,
        };
        expect(send).toMatchObject({
          kind: 'PRODUCER',
          attributes: { ...record, 'messaging.operation.type': 'send' },
        });
        expect(processed).toMatchObject({
          kind: 'CONSUMER',
          attributes: {
            ...record,
            'messaging.operation.type': 'process',
            'messaging.consumer.group.name': 'extractor',
            'messaging.destination.partition.id': expect.stringMatching(/^\d+$/),
            'kafka.offset': expect.stringMatching(/^\d+$/),
          },
        });
        const kinds = ['PRODUCER', 'CONSUMER'];
        expect(path.slice(1).map(({ kind }) => kind)).toEqual([...kinds, ...kinds, ...kinds]);
        expect(path.filter(({ error }) => error !== null)).toEqual([]);
      });

      it('is linked to the poll of the feed that named the URL', () => {
        const polls = spans.filter((span) => linksTo(path[0] as SpanLine, span));
        expect(polls.map(told)).toEqual(['fetcher: poll feed']);
      });

      it('is linked from the batch of each consumer', () => {
        const consumers = path.filter(({ kind }) => kind === 'CONSUMER');
        for (const consumer of consumers) {
          const polls = spans.filter((span) => linksTo(span, consumer));
          expect(polls).toMatchObject([
            {
              kind: 'CLIENT',
              name: consumer.name.replace('process', 'poll'),
              attributes: {
                'messaging.operation.type': 'receive',
                'messaging.batch.message_count': expect.any(Number),
              },
            },
          ]);
        }
      });
    });

    describe('the traces of the whole run', () => {
      const rootOf = (traceId: string | undefined) =>
        run.line.collector.spans.find((span) => span.traceId === traceId && span.name === 'fetch');

      it('are received, from the fetch on, of every stored incident and of every URL that ended', async () => {
        expect(run.line.collector.faults).toEqual([]);
        const incidents = await run.database.query<{ traceparent: string }>(
          `SELECT record->'incident'->>'traceparent' AS traceparent FROM store.incident_revision`,
        );
        expect(incidents.rows.length).toBeGreaterThan(5);
        const named = [...incidents.rows, ...run.settled.ends].map(
          ({ traceparent }) => traceparent,
        );
        expect(named.filter((traceparent) => !rootOf(traceIdOf(traceparent)))).toEqual([]);
        expect(
          new Set(run.settled.ends.map(({ traceparent }) => traceIdOf(traceparent))).size,
        ).toBe(run.line.site.articleCount);
      });

      it('are whole: no span is without the one that led to it, and none has failed', () => {
        const { spans } = run.line.collector;
        expect(orphansOf(spans)).toEqual([]);
        expect(spans.filter(({ error }) => error !== null)).toEqual([]);
        expect(spans.filter(({ name }) => name === 'fetch')).toHaveLength(
          run.line.site.articleCount,
        );
      });

      it('have the shape of the line', () => {
        const outline = outlineOf(
          rootOf(traceIdOf(run.incident.traceparent)) as SpanLine,
          run.line.collector.spans,
        );
        // The half that comes second completes the article, whichever it is.
        const isEnd = (told: string) => told.includes('article-settled');
        expect(outline.filter((told) => !isEnd(told))).toEqual([
          'fetcher: fetch INTERNAL',
          '  fetcher: send article-fetched PRODUCER',
          '    extractor: process article-fetched CONSUMER',
          '      extractor: send article-extracted PRODUCER',
          '        store: process article-extracted CONSUMER',
          '      extractor: send incident-extracted PRODUCER',
          '        deduplicator: process incident-extracted CONSUMER',
          '          deduplicator: send article-deduplicated PRODUCER',
          '            store: process article-deduplicated CONSUMER',
          '          deduplicator: send incident-revised PRODUCER',
          '            store: process incident-revised CONSUMER',
          '          deduplicator: send incident-updated PRODUCER',
        ]);
        expect(outline.filter(isEnd).map((told) => told.trim())).toEqual([
          'store: send article-settled PRODUCER',
          'store: process article-settled CONSUMER',
        ]);
      });

      it('have polls and commits beside them, one of each for every batch', () => {
        const { spans } = run.line.collector;
        const [polls, commits] = [/^poll (?!feed)/, /^commit /].map((name) =>
          spans.filter((span) => name.test(span.name)),
        ) as [SpanLine[], SpanLine[]];
        expect(commits).toHaveLength(polls.length);
        for (const span of [...polls, ...commits])
          expect(span).toMatchObject({ kind: 'CLIENT', parentSpanId: null });
        for (const { name, attributes } of commits)
          expect(attributes).toEqual({
            'messaging.system.name': 'kafka',
            'messaging.operation.type': 'settle',
            'messaging.operation.name': 'commit',
            'messaging.destination.name': name.replace('commit ', ''),
            'messaging.destination.partition.id': expect.stringMatching(/^\d+$/),
            'messaging.consumer.group.name': expect.any(String),
            'kafka.offset': expect.stringMatching(/^\d+$/),
          });
      });
    });
  });
}
