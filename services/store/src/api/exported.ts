import { formatByExtension, FORMATS, type Format } from '../formats/index.js';

/** A list in other formats, as the description of an answer has it. */
export const EXPORTED = Object.fromEntries(
  FORMATS.map(({ mediaType }) => [
    mediaType.split(';')[0],
    { schema: { type: 'string' as const } },
  ]),
);

/** The format that the path of a request ends in. */
export function formatOf({ url }: { readonly url: string }): Format | undefined {
  const path = url.split('?')[0] as string;
  return formatByExtension(path.slice(path.indexOf('.') + 1));
}
