import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sup } from '../support/cli.js';
import { measureOwnContrast } from '../support/contrast.js';
import { closeBrowser, openDocument } from '../support/preview-page.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { exampleFiles } from '../support/example-files.js';

afterAll(closeBrowser);

let made: Promise<string> | undefined;

/** A report with problems, scenarios and pictures. */
function report(): Promise<string> {
    made ??= makeReport();
    return made;
}

async function makeReport(): Promise<string> {
    const cwd = temporaryFolder({ ...exampleFiles('brightwater'), ...exampleFiles('mistakes') });
    await sup(['report', '--output', 'report.html'], { cwd });
    return readFileSync(join(cwd, 'report.html'), 'utf8');
}

describe('a report in a browser', () => {
    test.each([[480, 'light'], [760, 'light'], [1_400, 'light'], [1_400, 'dark']] as const)('can be read at %i px in %s colors, and does not scroll sideways', async (width, colorScheme) => {
        const page = await openDocument(await report(), { width, colorScheme });
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
        const { measured, weak } = await measureOwnContrast(page);
        expect(measured).toBeGreaterThan(60);
        expect(weak).toEqual([]);
        await page.close();
    });

    test('has its results and the whole hierarchy on the first sheet of A4 and of Letter', async () => {
        const cwd = temporaryFolder(exampleFiles('brightwater'));
        await sup(['report', '--output', 'report.html'], { cwd });
        // The text of a landscape sheet without its margins of 12 mm, in CSS pixels.
        for (const [width, height] of [[1_032, 703], [965, 725]] as const) {
            const page = await openDocument(readFileSync(join(cwd, 'report.html'), 'utf8'), { width, colorScheme: 'light', isOnPaper: true });
            const picture = page.locator('.picture svg:visible').first();
            const box = (await picture.boundingBox())!;
            expect(box.y + box.height).toBeLessThan(height);
            expect(box.width).toBeGreaterThan(0.9 * width);
            expect(await picture.locator('tspan').getByText('Bremerhaven', { exact: true }).count()).toBe(1);
            await page.close();
        }
    });

    test('can be read on paper, also by readers with dark colors', async () => {
        const page = await openDocument(await report(), { width: 1_040, colorScheme: 'dark', isOnPaper: true });
        const { measured, weak } = await measureOwnContrast(page);
        expect(measured).toBeGreaterThan(60);
        expect(weak).toEqual([]);
        await page.close();
    });
});
