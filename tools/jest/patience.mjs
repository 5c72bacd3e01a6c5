import { jest } from '@jest/globals';

/** A broker that starts or a group that rebalances takes its seconds; Jest knows no limit per project. */
jest.setTimeout(60_000);
