import { FetchFailure } from '@tocsin/fetching';

const DOCUMENTS = /^(text\/(html|plain|xml)|application\/(xhtml\+xml|xml))\s*(;|$)/i;

/**
 * Lets documents through that can be an article; a missing or empty type is given the benefit of the
 * doubt.
 *
 * @throws FetchFailure ERR_FETCH_CONTENT_TYPE
 */
export function assertDocument(contentType: string | undefined): void {
  const type = contentType?.trim() ?? '';
  if (type !== '' && !DOCUMENTS.test(type))
    throw new FetchFailure('ERR_FETCH_CONTENT_TYPE', `${type.slice(0, 80)} can't be an article.`);
}
