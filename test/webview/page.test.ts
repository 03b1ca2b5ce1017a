import { afterAll, expect, test } from 'vitest';
import { buildScene } from '@sup/picture';
import { closeBrowser, PreviewPage } from '../support/preview-page.js';
import { hierarchyOf } from '../support/hierarchy.js';

afterAll(closeBrowser);

test('says that it is there, and shows what it is given', async () => {
    const preview = await PreviewPage.open();
    await expect.poll(() => preview.sent('ready')).toHaveLength(1);
    await preview.show({ scene: buildScene(await hierarchyOf('central site CEN { }'), []), scenarios: [] });
    await preview.page.getByRole('treeitem', { name: /^CEN/ }).waitFor();
    expect([preview.errors, preview.escapes, await preview.violations()]).toEqual([[], [], []]);
    await preview.close();
});
