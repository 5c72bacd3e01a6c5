/** How a URL answered. */
export interface Answered {
  readonly status: number;
  /** Until the whole answer was read. */
  readonly ms: number;
}

async function ask(url: string): Promise<Answered> {
  const startedAt = performance.now();
  const response = await fetch(url);
  await response.arrayBuffer();
  return { status: response.status, ms: performance.now() - startedAt };
}

// What fails ends the process, of which the bench hears.
process.on('message', (url: string) => void ask(url).then((answered) => process.send?.(answered)));
