import type { BatchHandler, Handler } from '@tocsin/messaging';

/**
 * Makes a batch handler of a handler of single messages that runs them side by side: fetched articles
 * don't depend on each other, and the worker processes bound how many are really worked on.
 */
export function together<T>(handler: Handler<T>): BatchHandler<T> {
  return (messages, context) => Promise.all(messages.map((message) => handler(message, context)));
}
