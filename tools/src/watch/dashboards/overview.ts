import type { Dashboard } from './dashboard.js';

const STAGE = '{{messaging_consumer_group_name}} {{messaging_destination_name}}';

export const overview: Dashboard = {
  id: 'overview',
  title: 'overview',
  description: 'Whether the promises are kept, and which stage to look at when they are not.',
  panels: [
    {
      title: 'From fetch to readable',
      unit: 's',
      limit: 120,
      lines: [
        ['freshness:seconds:p99_5m', 'p99'],
        ['histogram_quantile(0.5, sum by (le) (rate(tocsin_article_freshness_bucket[5m])))', 'p50'],
      ],
    },
    {
      title: 'Readable later than 120 s',
      unit: 'percentunit',
      limit: 0.01,
      lines: [
        ['freshness:late:ratio1h', '1 hour'],
        ['freshness:late:ratio6h', '6 hours'],
        ['freshness:late:ratio3d', '3 days'],
      ],
    },
    {
      title: 'Articles readable',
      unit: 'ops',
      lines: [['sum(rate(tocsin_article_freshness_count[5m]))', 'articles/s']],
    },
    {
      title: 'Pages fetched',
      unit: 'ops',
      lines: [
        [
          'sum(rate(messaging_client_sent_messages_total{messaging_destination_name=~"article-fetched.*"}[5m]))',
          'pages/s',
        ],
      ],
    },
    {
      title: 'Lag in seconds',
      unit: 's',
      limit: 600,
      lines: [['stage:lag_seconds:max', STAGE]],
    },
    { title: 'Lag in records', unit: 'short', lines: [['stage:lag_records:sum', STAGE]] },
    { title: 'Records finished', unit: 'ops', lines: [['stage:records:rate5m', STAGE]] },
    {
      title: 'Dead letters by class',
      unit: 'ops',
      lines: [
        [
          'sum by (tocsin_messaging_dead_letter_class) (rate(tocsin_messaging_dead_letters_total[5m]))',
          '{{tocsin_messaging_dead_letter_class}}',
        ],
      ],
    },
    {
      title: 'Partitions that stand still',
      unit: 'short',
      lines: [
        [
          'sum by (messaging_consumer_group_name, tocsin_messaging_halt) (tocsin_messaging_partitions_halted)',
          '{{messaging_consumer_group_name}} {{tocsin_messaging_halt}}',
        ],
      ],
    },
    {
      title: 'Found by the nightly audit',
      unit: 'short',
      lines: [['max by (tocsin_audit_check) (tocsin_audit_violations)', '{{tocsin_audit_check}}']],
    },
    {
      title: 'Answers of the API, p95',
      unit: 's',
      limit: 0.3,
      lines: [
        ['api:seconds:p95_5m', 'all'],
        [
          'histogram_quantile(0.95, sum by (http_route, le) (rate(http_server_request_duration_bucket{http_route=~"/v1/.+"}[5m])))',
          '{{http_route}}',
        ],
      ],
    },
    { title: 'Calls that fail', unit: 'percentunit', lines: [['api:failures:ratio5m', '5xx']] },
    {
      title: 'Database connections',
      unit: 'short',
      lines: [
        [
          'sum by (instance) (db_client_connection_count{db_client_connection_state="used"})',
          '{{instance}} used',
        ],
        ['sum by (instance) (db_client_connection_pending_requests)', '{{instance}} waiting'],
        ['sum by (instance) (db_client_connection_limit)', '{{instance}} limit'],
      ],
    },
    {
      title: 'Statements, p99',
      unit: 's',
      lines: [
        [
          'histogram_quantile(0.99, sum by (instance, db_operation_name, le) (rate(db_client_operation_duration_bucket[5m])))',
          '{{instance}} {{db_operation_name}}',
        ],
      ],
    },
    {
      title: 'Event loop',
      unit: 's',
      limit: 0.5,
      lines: [
        ['max by (instance) (nodejs_eventloop_delay_p99)', '{{instance}} p99'],
        ['max by (instance) (nodejs_eventloop_delay_max)', '{{instance}} max'],
      ],
    },
    {
      title: 'CPU and event loop in use',
      unit: 'percentunit',
      lines: [
        ['sum by (instance) (rate(process_cpu_time_total[5m]))', '{{instance}} CPU'],
        ['max by (instance) (nodejs_eventloop_utilization)', '{{instance}} loop'],
      ],
    },
    {
      title: 'Memory',
      unit: 'bytes',
      lines: [
        ['max by (instance) (process_memory_usage)', '{{instance}} resident'],
        ['sum by (instance) (v8js_memory_heap_used)', '{{instance}} heap'],
      ],
    },
  ],
};
