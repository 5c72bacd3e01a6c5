import { AggregationType, type ViewOptions } from '@opentelemetry/sdk-metrics';
import { metricDefinitions, seriesLimit } from '../catalogue/catalogue.js';

/** One view for each metric of the catalogue: its buckets, and how many series it may have. */
export const catalogueViews = (): ViewOptions[] =>
  metricDefinitions.map(([instrumentName, definition]) => ({
    instrumentName,
    aggregationCardinalityLimit: seriesLimit(definition),
    ...(definition.buckets === undefined
      ? {}
      : {
          aggregation: {
            type: AggregationType.EXPLICIT_BUCKET_HISTOGRAM,
            options: { boundaries: [...definition.buckets] },
          },
        }),
  }));
