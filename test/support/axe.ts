import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PreviewPage } from './preview-page.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeViolation {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** The violations that axe reports in a page as serious or worse. */
export async function seriousIn({ page }: PreviewPage): Promise<string[]> {
    if (!await page.evaluate(() => 'axe' in window)) {
        await page.evaluate(axe);
    }
    // The accessible name of a site in the tree is a sentence about it; the words in its box are not a label for voice control.
    const options = { rules: { 'label-content-name-mismatch': { enabled: false } }, resultTypes: ['violations'] };
    const violations = await page.evaluate(async chosen => (await (window as unknown as { axe: { run(options: object): Promise<{ violations: AxeViolation[] }> } }).axe.run(chosen)).violations, options);
    return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 120)} ${failureSummary}`).join('; ')}`);
}
