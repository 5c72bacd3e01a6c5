export { fetchOnce, type FetchOnceOptions, type FetchOnceResult } from './fetch-once.js';
export { FETCH_CODES, type CodeMeaning, type FetchCode } from './outcome/codes.js';
