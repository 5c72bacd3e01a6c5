import type { BrowserContext, Page } from 'playwright-core';

/** What a page must not do, as it happened. */
export interface PageWatch {
  /** Requests to anywhere but the console's own address. */
  readonly outside: readonly string[];
  /** Errors of the page's scripts, and what the Content-Security-Policy stopped. */
  readonly errors: readonly string[];
  /** Windows opened, dialogs shown, downloads begun: what injected script would do first. */
  readonly alarms: readonly string[];
}

/** Watches every page of `context` from now on. */
export function watchPages(context: BrowserContext, origin: string): PageWatch {
  const outside: string[] = [];
  const errors: string[] = [];
  const alarms: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) outside.push(request.url());
  });
  const watch = (page: Page) => {
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('popup', (popup) => alarms.push(`window ${popup.url()}`));
    page.on('download', (download) => alarms.push(`download ${download.url()}`));
    page.on('dialog', (dialog) => {
      alarms.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
  };
  context.pages().forEach(watch);
  context.on('page', watch);
  return { outside, errors, alarms };
}
