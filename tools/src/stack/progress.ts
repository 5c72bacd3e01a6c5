/** One line of progress, for people: standard output stays free for results. */
export function progress(line: string): void {
  process.stderr.write(`tocsin: ${line}\n`);
}
