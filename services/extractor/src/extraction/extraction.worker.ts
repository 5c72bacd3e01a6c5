import { createArticleExtractor } from '@tocsin/article-extraction';
import { fingerprint } from '@tocsin/dedup';
import { createIncidentExtractor } from '@tocsin/incident-extraction';
import { documentExtractor, joinedVersion } from './extract-document.js';
import { serveWorker } from './serve-worker.js';

const articles = createArticleExtractor({ fingerprint });
const mentions = createIncidentExtractor();

serveWorker(joinedVersion(articles, mentions), documentExtractor(articles, mentions));
