import { createReadStream } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';

const LINE_BREAK = 10;

/**
 * The newest line of each key, of which none is held in memory: all lines go to a file, and only where the newest ones
 * begin is known.
 */
export class NewestLines {
  private readonly begins = new Map<string, number>();
  private bytes = 0;

  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
  ) {}

  /** @param path a file of its own, gone after `close` */
  static async create(path: string): Promise<NewestLines> {
    return new NewestLines(path, await open(path, 'w'));
  }

  get size(): number {
    return this.begins.size;
  }

  /** @param line without a line break; null: the key is no more */
  async put(key: string, line: string | null): Promise<void> {
    if (line === null) {
      this.begins.delete(key);
      return;
    }
    const bytes = Buffer.from(`${line}\n`);
    await this.file.writeFile(bytes);
    this.begins.set(key, this.bytes);
    this.bytes += bytes.length;
  }

  /** The newest lines, in the order in which they came. */
  async *newest(): AsyncGenerator<string> {
    const wanted = Float64Array.from(this.begins.values()).sort();
    let next = 0;
    for await (const { begin, line } of linesOf(this.path)) {
      if (begin !== wanted[next]) continue;
      next += 1;
      yield line.toString('utf8');
    }
  }

  async close(): Promise<void> {
    await this.file.close();
    await rm(this.path, { force: true });
  }
}

async function* linesOf(path: string): AsyncGenerator<{ begin: number; line: Buffer }> {
  let [rest, begin]: [Buffer, number] = [Buffer.alloc(0), 0];
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const data = Buffer.concat([rest, chunk]);
    let from = 0;
    for (let to = data.indexOf(LINE_BREAK); to >= 0; to = data.indexOf(LINE_BREAK, from)) {
      yield { begin: begin + from, line: data.subarray(from, to) };
      from = to + 1;
    }
    rest = data.subarray(from);
    begin += from;
  }
}
