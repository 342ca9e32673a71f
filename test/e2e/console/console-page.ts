import type { Browser, Page } from 'puppeteer-core';

/** An open console, with its errors and requests. */
export class ConsolePage {
  static async open(browser: Browser, url: string, scheme: 'light' | 'dark' = 'light'): Promise<ConsolePage> {
    const opened = new ConsolePage(await browser.newPage());
    const { page, errors, requests } = opened;
    // Only a page that hangs reaches it.
    page.setDefaultTimeout(300_000);
    page.on('console', (message) => { if (['error', 'warn'].includes(message.type())) errors.push(message.text()); });
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    page.on('dialog', (dialog) => void dialog.accept());
    await page.setViewport({ width: 1280, height: 800 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.goto(url);
    await opened.shows('#connection', 'Live');
    return opened;
  }

  readonly errors: string[] = [];
  readonly requests: string[] = [];

  private constructor(readonly page: Page) {}

  /** Waits until the element contains the text. */
  async shows(selector: string, text: string): Promise<void> {
    await this.until(`document.querySelector(${JSON.stringify(selector)})?.textContent.includes(${JSON.stringify(text)})`, `${selector} shows "${text}"`);
  }

  async showsNo(selector: string): Promise<void> {
    await this.until(`document.querySelector(${JSON.stringify(selector)}) === null`, `${selector} is gone`);
  }

  /** Focuses the element and presses a key, without the mouse. */
  async press(selector: string, key: 'Enter' | 'Space'): Promise<void> {
    await this.page.focus(selector);
    await this.page.keyboard.press(key);
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.page.evaluate(expression) as Promise<T>;
  }

  private async until(condition: string, what: string): Promise<void> {
    await this.page.waitForFunction(condition).catch(async () => {
      throw new Error(`did not happen: ${what}; the page has:\n${await this.evaluate<string>('document.body.innerText')}`);
    });
  }
}
