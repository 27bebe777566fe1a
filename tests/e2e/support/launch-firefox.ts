import { type Browser, launch } from 'puppeteer-core';
import { findFirefox } from './find-firefox';

export type FirefoxOptions = {
  /** folder of WXT's Firefox build */
  extensionDir: string;
  headless: boolean;
  /** told in a sentence when a browser has to be installed */
  say?: (line: string) => void;
};

export type FirefoxWithExtension = { browser: Browser; addonId: string; close(): Promise<void> };

/**
 * Opens Firefox over WebDriver BiDi with one temporary add-on.
 * @throws when no Firefox can be found or installed, or it refuses the add-on
 */
export async function launchFirefox(options: FirefoxOptions): Promise<FirefoxWithExtension> {
  const executablePath = await findFirefox(options.say ?? console.log);
  const browser = await launch({ browser: 'firefox', executablePath, headless: options.headless });
  try {
    const addonId = await browser.installExtension(options.extensionDir);
    return { browser, addonId, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
