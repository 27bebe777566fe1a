import { browser } from 'wxt/browser';
import { type ContentClient, createContentClient } from './content-client';

/** The client of a script that is put into a page to do one thing there: it has no context that ends. */
export function createScriptClient(): ContentClient {
  return createContentClient({
    send: (message) => browser.runtime.sendMessage(message),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    isAlive: () => browser.runtime?.id !== undefined,
  });
}
