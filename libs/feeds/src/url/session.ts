/** In the path: Java's servlets (Servlet specification, 7.1.3) after a semicolon. */
const SERVLET = /;jsessionid=[^/;]*/gi;
/** ASP.NET without cookies: a segment `(S(…))`, beside it `A` and `F` for tickets, `X` for detection. */
const ASP_NET = /\/\((?:[AFX]\([^()/]*\))*S\([a-z0-9]{24}\)(?:[AFX]\([^()/]*\))*\)(?=\/)/gi;

/** In the query: PHP's `session.name` as shipped, Java's, ColdFusion's pair. */
const PARAMETERS = new Set(['phpsessid', 'jsessionid', 'cfid', 'cftoken']);

/** A path without the session that a server without cookies writes into it. */
export const withoutSession = (path: string): string =>
  path.replace(SERVLET, '').replace(ASP_NET, '');

/** Whether a query parameter of this name only names a session. */
export const isSessionParameter = (name: string): boolean => PARAMETERS.has(name.toLowerCase());
