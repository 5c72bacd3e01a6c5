export { fetchOnce, type FetchOnceOptions, type FetchOnceResult } from '@tocsin/fetching';
export { FETCH_CODES, type CodeMeaning, type FetchCode } from '@tocsin/fetching';
