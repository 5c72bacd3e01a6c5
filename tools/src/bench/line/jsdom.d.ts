/** Of jsdom what the script needs: it ships no types. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options?: { readonly url?: string });
    readonly window: { readonly document: unknown; close(): void };
  }
}
