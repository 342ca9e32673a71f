// Takes the screenshot of the simulator's console for the documentation. Arguments: the file, `light` or `dark`, the width.
import { openScene } from './scene';
import { openChromium } from '../../test/e2e/console/chromium';

async function main([file = 'docs/images/console.png', scheme = 'light', width = '1280']: readonly string[]): Promise<void> {
  const scene = await openScene();
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: Number(width), height: 720 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.goto(scene.url);
    await page.waitForSelector('#calls > li');
    await page.click('#distributions > [data-key="site-staging"] summary');
    await page.mouse.move(0, 0);
    // Removes the focus ring that the click has left.
    await page.evaluate('document.activeElement.blur()');
    await page.screenshot({ path: file as `${string}.png`, fullPage: true });
    console.log(file);
  } finally {
    await browser.close();
    await scene.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
