import type { Dashboard } from './dashboard.js';

export const deliveries: Dashboard = {
  id: 'deliveries',
  title: 'deliveries',
  description:
    'What leaves the line: the public topic by way of the outbox, webhooks, and the API.',
  panels: [
    {
      title: 'Oldest outbox row',
      unit: 's',
      limit: 120,
      lines: [['max by (instance) (tocsin_outbox_oldest_age)', '{{instance}}']],
    },
    {
      title: 'Records acknowledged by topic',
      unit: 'ops',
      lines: [
        [
          'sum by (messaging_destination_name) (rate(messaging_client_sent_messages_total[5m]))',
          '{{messaging_destination_name}}',
        ],
      ],
    },
    {
      title: 'Revisions of incidents published',
      unit: 'ops',
      lines: [
        [
          'sum(rate(messaging_client_sent_messages_total{messaging_destination_name="incident-updated"}[5m]))',
          'incident-updated',
        ],
      ],
    },
    {
      title: 'Requests to write, p99',
      unit: 's',
      lines: [
        [
          'histogram_quantile(0.99, sum by (instance, le) (rate(messaging_client_operation_duration_bucket[5m])))',
          '{{instance}}',
        ],
      ],
    },
    {
      title: 'Requests to write that failed',
      unit: 'ops',
      lines: [
        [
          'sum by (instance, error_type) (rate(messaging_client_operation_duration_count{error_type!=""}[5m]))',
          '{{instance}} {{error_type}}',
        ],
      ],
    },
    {
      title: 'Tries to deliver to webhooks',
      unit: 'ops',
      lines: [['sum by (tocsin_code) (rate(tocsin_webhook_tries_total[5m]))', '{{tocsin_code}}']],
    },
    {
      title: 'Oldest message that waits for a webhook',
      unit: 's',
      lines: [['max(tocsin_webhook_oldest_age)', 'oldest']],
    },
    {
      title: 'Calls by route',
      unit: 'ops',
      lines: [
        [
          'sum by (http_route) (rate(http_server_request_duration_count{http_route=~"/v1/.+"}[5m]))',
          '{{http_route}}',
        ],
      ],
    },
    {
      title: 'Calls by status',
      unit: 'ops',
      lines: [
        [
          'sum by (http_response_status_code) (rate(http_server_request_duration_count{http_route=~"/v1/.+"}[5m]))',
          '{{http_response_status_code}}',
        ],
      ],
    },
  ],
};
