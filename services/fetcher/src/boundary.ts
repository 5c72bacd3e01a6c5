// What reads requests of strangers, for `npm run hostile`.
export { PushDocumentRequest } from './api/requests.js';
export { readPush } from './publish/pushed-document.js';
