import type { BrowserContext } from 'playwright-core';

/**
 * Really stops the extension's worker, as the browser does when it has been idle: by the browser's own page for it. A
 * debugger alone would keep it awake.
 */
export async function stopWorker(context: BrowserContext, extensionId: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://serviceworker-internals');
  const entry = page.locator('.serviceworker-registration', { hasText: extensionId }).first();
  await entry.getByRole('button', { name: 'Stop' }).click();
  await entry.locator('.serviceworker-running-status', { hasText: 'STOPPED' }).waitFor({ timeout: 10_000 });
  await page.close();
}
