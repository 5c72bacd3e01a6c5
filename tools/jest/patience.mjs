import { jest } from '@jest/globals';

/** A broker that starts or a group that rebalances takes its seconds; Jest knows no limit per project. */
jest.setTimeout(60_000);

/** What waits for real processes on a busy machine is tried once more; what went wrong first is printed. */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
