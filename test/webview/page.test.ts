import { afterAll, expect, test } from 'vitest';
import { buildScene } from '@sup/picture';
import { closeBrowser, PreviewPage } from '../support/preview-page.js';
import { hierarchyOf } from '../support/hierarchy.js';

afterAll(closeBrowser);

test('the page sends `ready` and shows the content it receives', async () => {
    const preview = await PreviewPage.open();
    await expect.poll(() => preview.sent('ready')).toHaveLength(1);
    await preview.show({ scene: buildScene(await hierarchyOf('central site CEN { }'), []), scenarios: [] });
    await preview.page.getByRole('treeitem', { name: /^CEN/ }).waitFor();
    expect([preview.errors, preview.escapes, await preview.violations()]).toEqual([[], [], []]);
    await preview.close();
});

test('the time pane can be resized with the keyboard and keeps its height after a reload', async () => {
    let preview = await PreviewPage.open({ respond: () => null });
    const content = { scene: buildScene(hierarchyOf('central site CEN { }'), []), scenarios: [] };
    await preview.show(content);
    await preview.page.getByRole('radio', { name: 'Time' }).click();
    const height = async (): Promise<number> => (await preview.page.locator('.time').boundingBox())!.height;
    const high = await height();
    await preview.page.getByRole('separator', { name: 'Height of the time pane' }).press('ArrowUp');
    await preview.page.getByRole('separator', { name: 'Height of the time pane' }).press('ArrowUp');
    await expect.poll(height).toBe(high + 48);
    const { remembered } = preview;
    await preview.close();
    preview = await PreviewPage.open({ respond: () => null, remembered });
    await preview.show(content);
    expect(await height()).toBe(high + 48);
    await preview.close();
});
