import { readFile } from 'node:fs/promises';

/** Where the pictures are put together: a host that the network answers with a blank page. */
const BLANK = 'https://pictures.example/';
const GAP = 1;

/** Puts pictures side by side, as page and side panel stand on a screen. Both were taken at double density. */
export async function sideBySide(browser, paths, out) {
  const pictures = await Promise.all(paths.map((path) => readFile(path, 'base64')));
  const tab = await browser.open(BLANK);
  const box = await tab.evaluate(
    async (pictures, gap) => {
      document.body.style = `margin: 0; display: inline-flex; gap: ${gap}px; background: #8c8c8c`;
      for (const data of pictures) {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        image.width = image.naturalWidth / 2;
        document.body.append(image);
      }
      const { width, height } = document.body.getBoundingClientRect();
      return { width: Math.round(width), height: Math.round(height) };
    },
    pictures,
    GAP,
  );
  await tab.page.setViewport({ ...box, deviceScaleFactor: 2 });
  await tab.picture(out);
  await tab.close();
}
