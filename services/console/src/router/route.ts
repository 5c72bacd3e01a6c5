/** A page of the console. */
export type Route =
  | { readonly page: 'incidents' }
  | { readonly page: 'incident'; readonly id: string }
  | { readonly page: 'article'; readonly id: string }
  | { readonly page: 'pipeline' }
  | { readonly page: 'unknown' };

/** The page of a path; the store answers exactly these with the console. */
export function routeOf(pathname: string): Route {
  const [first = '', second, ...more] = pathname.split('/').slice(1);
  if (second === undefined && first === '') return { page: 'incidents' };
  if (second === undefined && first === 'pipeline') return { page: 'pipeline' };
  const id = more.length === 0 && second ? decoded(second) : null;
  if (id !== null && first === 'incidents') return { page: 'incident', id };
  if (id !== null && first === 'articles') return { page: 'article', id };
  return { page: 'unknown' };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

export const incidentPath = (id: string): string => `/incidents/${encodeURIComponent(id)}`;
export const articlePath = (id: string): string => `/articles/${encodeURIComponent(id)}`;
