import { AddressPolicy, FetchFailure } from '@tocsin/fetching';
import type { Sending } from '../webhooks/send.js';

/** Under which Nest hands on what messages to webhooks are sent by. */
export const SENDING = Symbol('sending');

/** For where the API is only described or read. */
export const SENDS_NOTHING: Sending = {
  poster: {
    policy: new AddressPolicy([]),
    post: () => Promise.reject(new FetchFailure('ERR_FETCH_STOPPED', 'Nothing is sent from here.')),
  },
  now: Date.now,
  count: () => undefined,
};
