import type { Dashboard } from './dashboard.js';

const CHOSEN = 'messaging_consumer_group_name=~"$choice"';
const TOPIC = '{{messaging_consumer_group_name}} {{messaging_destination_name}}';
const PLACE = `${TOPIC}/{{messaging_destination_partition_id}}`;

export const stage: Dashboard = {
  id: 'stage',
  title: 'stage',
  description:
    'Rate, errors and duration of a consumer group, and how far each of its partitions is.',
  choice: { label: 'messaging_consumer_group_name', of: 'tocsin_messaging_outcomes_total' },
  panels: [
    {
      title: 'Records given and finished',
      unit: 'ops',
      lines: [
        [
          `sum by (messaging_consumer_group_name, messaging_destination_name) (rate(messaging_client_consumed_messages_total{${CHOSEN}}[5m]))`,
          `${TOPIC} given`,
        ],
        [`stage:records:rate5m{${CHOSEN}}`, `${TOPIC} finished`],
      ],
    },
    {
      title: 'Outcomes',
      unit: 'ops',
      lines: [
        [
          `sum by (tocsin_messaging_outcome, tocsin_messaging_code) (rate(tocsin_messaging_outcomes_total{${CHOSEN}}[5m]))`,
          '{{tocsin_messaging_outcome}} {{tocsin_messaging_code}}',
        ],
      ],
    },
    {
      title: 'Retries and dead letters',
      unit: 'percentunit',
      lines: [
        [`stage:failures:ratio5m{${CHOSEN}}`, `${TOPIC} both`],
        [`stage:dead_letters:ratio30m{${CHOSEN}}`, `${TOPIC} dead letters, 30 min`],
      ],
    },
    {
      title: 'A batch, p99',
      unit: 's',
      lines: [[`stage:duration_seconds:p99_5m{${CHOSEN}}`, TOPIC]],
    },
    {
      title: 'Lag in seconds by partition',
      unit: 's',
      limit: 600,
      lines: [
        [
          `max by (messaging_consumer_group_name, messaging_destination_name, messaging_destination_partition_id) (tocsin_messaging_lag_seconds{${CHOSEN}})`,
          PLACE,
        ],
      ],
    },
    {
      title: 'Lag in records by partition',
      unit: 'short',
      lines: [[`partition:lag_records:max{${CHOSEN}}`, PLACE]],
    },
    {
      title: 'Progress by partition',
      unit: 'ops',
      lines: [[`deriv(partition:position:max{${CHOSEN}}[5m])`, PLACE]],
    },
    {
      title: 'Dead letters that could not be written',
      unit: 'ops',
      lines: [
        [
          `sum by (messaging_consumer_group_name, messaging_destination_name) (rate(tocsin_messaging_dead_letter_write_failures_total{${CHOSEN}}[5m]))`,
          TOPIC,
        ],
      ],
    },
    {
      title: 'What pages were (extractor)',
      unit: 'ops',
      lines: [
        [
          'sum by (tocsin_extractor_outcome) (rate(tocsin_extractor_documents_total[5m]))',
          '{{tocsin_extractor_outcome}}',
        ],
      ],
    },
    {
      title: 'Worker processes ended by documents',
      unit: 'ops',
      lines: [
        [
          'sum by (instance, tocsin_worker_cause) (rate(tocsin_worker_kills_total[5m]))',
          '{{instance}} {{tocsin_worker_cause}}',
        ],
      ],
    },
  ],
};
