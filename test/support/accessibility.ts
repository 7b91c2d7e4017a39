import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe-core finds in a page, a line each: what is wrong, and what it cannot judge by itself. The targets' size is looked at,
 * too, which it leaves out by default. It is put in past the page's own policy, which lets nothing run.
 */
export async function barriersIn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const options = JSON.stringify({ rules: { 'target-size': { enabled: true } } });
  const { violations, incomplete, passes } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  if (passes.length === 0) throw new Error('nothing was looked at');
  return [...violations, ...incomplete].flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  );
}
