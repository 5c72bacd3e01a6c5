import type { Dashboard } from './dashboard.js';

export const feed: Dashboard = {
  id: 'feed',
  title: 'feed',
  description: 'Feeds, the frontier of URLs, and how polls and fetches end.',
  panels: [
    {
      title: 'Feeds by state',
      unit: 'short',
      lines: [['max by (tocsin_feed_state) (tocsin_feeds)', '{{tocsin_feed_state}}']],
    },
    {
      title: 'Active feeds that fail',
      unit: 'percentunit',
      limit: 0.2,
      lines: [['feeds:failing:ratio', 'failing']],
    },
    {
      title: 'URLs that wait',
      unit: 'short',
      lines: [
        ['max by (tocsin_lane) (tocsin_frontier_pending)', '{{tocsin_lane}}'],
        ['max by (tocsin_lane) (tocsin_frontier_overdue)', '{{tocsin_lane}} overdue'],
      ],
    },
    {
      title: 'Overdue within the last hour',
      unit: 'percentunit',
      limit: 0.001,
      lines: [['frontier:overdue:ratio1h', 'overdue']],
    },
    {
      title: 'How polls ended',
      unit: 'ops',
      lines: [
        [
          'sum by (tocsin_code) (rate(tocsin_fetch_ends_total{tocsin_fetch_work="feed"}[5m]))',
          '{{tocsin_code}}',
        ],
      ],
    },
    {
      title: 'How fetches ended',
      unit: 'ops',
      lines: [
        [
          'sum by (tocsin_code) (rate(tocsin_fetch_ends_total{tocsin_fetch_work="page"}[5m]))',
          '{{tocsin_code}}',
        ],
      ],
    },
    {
      title: 'A poll and a fetch, p99',
      unit: 's',
      lines: [
        [
          'histogram_quantile(0.99, sum by (tocsin_fetch_work, le) (rate(tocsin_fetch_duration_bucket[5m])))',
          '{{tocsin_fetch_work}}',
        ],
      ],
    },
    {
      title: 'Pages published',
      unit: 'ops',
      lines: [
        [
          'sum by (messaging_destination_name) (rate(messaging_client_sent_messages_total{messaging_destination_name=~"article-fetched.*"}[5m]))',
          '{{messaging_destination_name}}',
        ],
      ],
    },
  ],
};
