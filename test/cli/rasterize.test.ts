import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { rasterize } from '../../cli/src/report/rasterize.js';

/** The package is optional, and has no build for some systems. */
const isInstalled = (() => {
    try {
        return createRequire(import.meta.url).resolve('@resvg/resvg-js') !== '';
    } catch {
        return false;
    }
})();

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100" viewBox="0 0 400 100"><rect width="400" height="100" fill="#fff"/><text x="10" y="40">Bergen</text></svg>';

test.skipIf(!isInstalled)('a picture is rasterized as a PNG of the requested width', async () => {
    const png = Buffer.from(await rasterize(svg, 800));
    expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 800, 200]);
});
