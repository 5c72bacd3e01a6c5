import { createArticleExtractor } from '@tocsin/article-extraction';
import { fingerprint } from '@tocsin/dedup';
import { createGeoparser } from '@tocsin/geocoding';
import { createIncidentExtractor } from '@tocsin/incident-extraction';
import { serveWorker } from '@tocsin/worker-pool';
import { documentExtractor, joinedVersion } from './extract-document.js';

const articles = createArticleExtractor({ fingerprint });
const mentions = createIncidentExtractor({ geoparser: createGeoparser() });

serveWorker(joinedVersion(articles, mentions), documentExtractor(articles, mentions));
