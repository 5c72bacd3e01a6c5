import { type Verdict, verdict } from './verdict.js';

/** What names one record of a topic: an outbox row and what became of it have the same. */
export interface RecordName {
  readonly topic: string;
  /** The record's `ce_id`. */
  readonly id: string;
  /** Of key and value, so that no other record passes for it. */
  readonly digest: string;
}

export interface OutboxEvidence {
  /** Of every service that has an outbox. */
  readonly rows: readonly (RecordName & { readonly sent: boolean })[];
  /** Rows that were sent and went when a database was put back to a backup. */
  readonly lost?: readonly RecordName[];
  /** What those services published, as often as it is on the topics. */
  readonly records: readonly RecordName[];
}

/** I5: every outbox row reached the broker, and every record of an outbox topic had a row. */
export function checkOutbox({ rows, lost = [], records }: OutboxEvidence): Verdict {
  const published = new Set(records.map(nameOf));
  const written = new Set([...rows, ...lost].map(nameOf));
  const violations = [
    ...rows.filter(({ sent }) => !sent).map((row) => `${told(row)} was never sent`),
    ...rows.filter((row) => !published.has(nameOf(row))).map((row) => `${told(row)} never arrived`),
    ...records.filter((record) => !written.has(nameOf(record))).map((r) => `${told(r)} had no row`),
  ];
  if (rows.length === 0) violations.push('no outbox held a single row');
  return verdict('I5', 'Every outbox row reached the broker, every record had a row.', violations);
}

const nameOf = ({ topic, id, digest }: RecordName) => `${topic} ${id} ${digest}`;
const told = ({ topic, id }: RecordName) => `${topic} ${id}`;
