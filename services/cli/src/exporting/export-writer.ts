/** Makes one file of pages. */
export interface ExportWriter {
  /** @param page as the store gave it */
  add(page: string): Promise<void>;
  /** What comes after the last page. @returns how many incidents there were */
  end(): Promise<number>;
}

/** Takes text for a file, and is waited for. */
export type Write = (text: string) => Promise<void>;
