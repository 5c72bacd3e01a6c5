const SECRET_KEYS = ['password', 'secret', 'token', 'apiKey', 'authorization', 'cookie'];

/** Paths that pino blanks, wherever such a key stands in the first three levels. */
export const REDACTED_PATHS = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

const URL_CREDENTIALS = /(\b[a-z][a-z0-9+.-]{0,31}:\/\/)[^\s/@"\\]{1,512}@/gi;

/** Connection URLs turn up inside error messages, where no path can name them. */
export const hideUrlCredentials = (line: string): string =>
  line.replace(URL_CREDENTIALS, '$1[redacted]@');
