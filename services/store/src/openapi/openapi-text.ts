import { createApi } from '../api/create-api.js';
import { describeApi } from './openapi.js';

const silent = { log: () => {}, error: () => {}, warn: () => {} };

/** The API's description as `docs/openapi.json` holds it; needs no database. */
export async function openapiText(): Promise<string> {
  const db = { query: () => Promise.reject(new Error('The description reads nothing.')) };
  const app = await createApi({ db, logger: silent, imports: [], controllers: [] });
  try {
    return `${JSON.stringify(describeApi(app), null, 2)}\n`;
  } finally {
    await app.close();
  }
}
