import { badQuery } from '../api/problem.js';

/**
 * A place in the stream of changes: behind the horizon changes go by the transaction that wrote them and then
 * by their number, and nothing can come between any more.
 */
export interface ChangePosition {
  /** Transaction id, decimal. */
  readonly transaction: string;
  readonly id: string;
}

export const positionText = ({ transaction, id }: ChangePosition): string => `${transaction}-${id}`;

/** @throws ProblemError 400 unless the text is an event id of ours */
export function parsePosition(text: string): ChangePosition {
  const [, transaction, id] = /^(\d{1,19})-(\d{1,18})$/.exec(text) ?? [];
  if (transaction === undefined || id === undefined) {
    throw badQuery('Last-Event-ID is not one that this stream gave.');
  }
  return { transaction, id };
}
