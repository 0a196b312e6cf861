import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { PRODUCT } from '../../../stores/texts';

/** A screenshot's contents. The stores' forms (`stores/*.md`) name each picture, with its size and caption. */
export interface Screenshot {
  /** The end of its file's name. */
  readonly id: 'enriching' | 'explore' | 'spending';
  readonly title: string;
  readonly lines: readonly string[];
}

/** https://developers.google.com/workspace/marketplace/create-listing */
const GOOGLE_SCREENSHOT_PX = { width: 1_280, height: 800 } as const;
const GOOGLE_BANNER_PX = { width: 220, height: 140 } as const;
/** https://learn.microsoft.com/partner-center/marketplace-offers/craft-effective-appsource-store-images */
const MICROSOFT_SCREENSHOT_PX = { width: 1_366, height: 768 } as const;
/** For Microsoft's form, and for Google's consent screen. */
const LOGO_SIZES_PX = [300, 120] as const;

const SCREENSHOTS: readonly Screenshot[] = [
  {
    id: 'enriching',
    title: 'Fill a whole column',
    lines: ['Select your companies', 'See the price before you pay', 'Pause, resume and undo'],
  },
  {
    id: 'explore',
    title: 'Explore a company',
    lines: ['Facts, technologies and partners', 'Who else uses a technology', 'Insert what you find'],
  },
  {
    id: 'spending',
    title: 'Keep your credits in sight',
    lines: ['A daily limit for each file', 'The price before each enrichment', 'Recalculating within 30 days is free'],
  },
];

const FOLDER = 'stores/pictures';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The panel is shown as large as it is, so that it stays sharp. */
const STYLE = `
  * { box-sizing: border-box; }
  body { margin: 0; font: 400 22px/1.4 system-ui, sans-serif; color: #1b1f24; background: #e9ebf6; overflow: hidden; }
  main { display: flex; height: 100vh; padding: 0 56px; gap: 28px; align-items: flex-end; justify-content: space-between; }
  section { align-self: center; flex: 1; }
  header { display: flex; gap: 14px; align-items: center; font-weight: 600; font-size: 26px; margin-bottom: 36px; }
  header svg { width: 52px; height: 52px; }
  h1 { font-size: 46px; line-height: 1.12; margin: 0 0 28px; }
  ul { padding: 0; margin: 0; list-style: none; }
  li { margin: 0 0 12px; padding-left: 32px; position: relative; }
  li::before { content: ''; position: absolute; left: 4px; top: 6px; width: 6px; height: 13px; transform: rotate(40deg);
    border: solid #3f3fc4; border-width: 0 3px 3px 0; }
  small { display: block; margin-top: 40px; font-size: 15px; color: #4d5563; }
  figure { margin: 0; max-height: 90vh; overflow: hidden; border-radius: 12px 12px 0 0; background: #f4f5f7; box-shadow: 0 6px 32px #1b1f2433; flex: none; }
  figure + figure { max-height: 82vh; }
  .enriching figure { padding-top: 14px; }
  img { display: block; }`;

/** Writes the pictures of the stores' forms. @param shots the panel as each screenshot shows it, in the light */
export async function makeStorePictures(
  browser: Browser,
  shots: Readonly<Record<Screenshot['id'], readonly Buffer[]>>,
): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const mark = await readFile('excel-addin/assets/icon.svg', 'utf8');
  const shoot = async (path: string, size: Size, html: string, isClear = false): Promise<void> => {
    const page = await browser.newPage({ viewport: size });
    await page.setContent(html);
    await page.waitForFunction('[...document.images].every(({ complete }) => complete)');
    await writeFile(path, await page.screenshot({ omitBackground: isClear }));
    await page.close();
  };
  for (const screenshot of SCREENSHOTS) {
    const html = toPage(screenshot, shots[screenshot.id], mark);
    await shoot(`${FOLDER}/google-${screenshot.id}.png`, GOOGLE_SCREENSHOT_PX, html);
    await shoot(`${FOLDER}/microsoft-${screenshot.id}.png`, MICROSOFT_SCREENSHOT_PX, html);
  }
  await shoot(`${FOLDER}/google-banner.png`, GOOGLE_BANNER_PX, toBanner(mark));
  for (const sizePx of LOGO_SIZES_PX) {
    const html = `<style>body{margin:0}svg{display:block;width:100vw}</style>${mark}`;
    await shoot(`${FOLDER}/logo-${sizePx}.png`, { width: sizePx, height: sizePx }, html, true);
  }
}

/** What it does in a few words, beside the panel as it is. */
function toPage({ id, title, lines }: Screenshot, shots: readonly Buffer[], mark: string): string {
  const items = lines.map((line) => `<li>${line}</li>`).join('');
  const figures = shots.map((shot) => `<figure><img src="data:image/png;base64,${shot.toString('base64')}"></figure>`);
  return `<style>${STYLE}</style><main class="${id}">
    <section><header>${mark}${PRODUCT.name}</header><h1>${title}</h1><ul>${items}</ul><small>Shown with made-up example data</small></section>
    ${figures.join('')}
  </main>`;
}

function toBanner(mark: string): string {
  return `<style>
    body { margin: 0; height: 100vh; display: flex; gap: 12px; align-items: center; justify-content: center; background: #e9ebf6;
      font: 600 34px system-ui, sans-serif; color: #1b1f24; }
    svg { width: 56px; height: 56px; }
  </style>${mark}${PRODUCT.name}`;
}
