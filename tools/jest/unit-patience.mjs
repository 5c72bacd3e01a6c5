import { jest } from '@jest/globals';

/** It ends what hangs. What takes a second of its own may take ten where others want the cores too. */
jest.setTimeout(20_000);
