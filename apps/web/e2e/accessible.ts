import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, type TestInfo } from '@playwright/test';

const themes = ['light', 'dark'] as const;

/** Axe finds nothing on a page as it stands, in either theme; with a name, a picture of each is left. */
export async function expectAccessible(
  page: Page,
  picture?: { info: TestInfo; name: string },
): Promise<void> {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveClass(new RegExp(`\\b${theme}\\b`));
    await page.evaluate(endTransitions);
    // No page has frames, which is what the mode with a page of its own is for; only violations are asked for.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }));
    expect({ theme, found }).toEqual({ theme, found: [] });
    if (picture) await page.screenshot({ path: picture.info.outputPath(`${picture.name}-${theme}.png`) });
  }
}

/** Colours half-way from one theme to the other are nobody's. */
function endTransitions(): void {
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY) animation.finish();
  }
}

/** A page is no wider than its window, however wide that is. */
export async function expectFits(page: Page, widths: number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expect
      .poll(() => page.evaluate(tooWide), { message: `pixels too many at ${width}`, timeout: 5_000 })
      .toBe(0);
  }
}

function tooWide(): number {
  return Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
