/** What this service is called where it is told how a URL ended. */
export const STAGE = 'extractor';
