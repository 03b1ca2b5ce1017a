// @ts-check
// Makes the bundles in dist/, and in dist/meta/ the account of what each holds. `--production` makes them small and holds them
// to their limits; `--watch` makes them again on every change.
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { bundles, violationsOf } from './scripts/bundle-limits.mjs';
import { noticesOf } from './scripts/notices.mjs';

/** @typedef {import('./scripts/bundle-limits.mjs').Bundle} Bundle */

/** The only version number, put into the bundles. */
const { version } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));

const { values: { production, watch, outdir } } = parseArgs({
    options: {
        production: { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        outdir: { type: 'string', default: 'dist' }
    }
});

/**
 * Says what the background problem matcher of a task waits for.
 * @type {esbuild.Plugin}
 */
const announce = {
    name: 'announce',
    setup(build) {
        build.onStart(() => console.log('[watch] build started'));
        build.onEnd(() => console.log('[watch] build finished'));
    }
};

/** @param {Bundle} bundle */
function outfileOf(bundle) {
    // A page has a folder of its own: it may load what stands there, and nothing else.
    return bundle.isPage ? join(outdir, bundle.name, `${bundle.name}.js`) : join(outdir, `${bundle.name}.cjs`);
}

/** @param {Bundle} bundle */
function optionsOf(bundle) {
    return /** @satisfies {esbuild.BuildOptions} */ ({
        entryPoints: [bundle.entry],
        outfile: outfileOf(bundle),
        bundle: true,
        ...bundle.isPage ? { format: 'iife', platform: 'browser', target: 'es2022', jsx: 'automatic', jsxImportSource: 'preact' } : { format: 'cjs', platform: 'node', target: 'node22' },
        external: bundle.external,
        // jsonc-parser's `main` is a UMD file, whose own parts esbuild cannot find.
        mainFields: ['module', 'main'],
        define: { SUP_VERSION: JSON.stringify(version) },
        banner: bundle.isCommand ? { js: '#!/usr/bin/env node' } : {},
        minify: production,
        sourcemap: 'linked',
        metafile: true,
        logLevel: 'warning',
        plugins: watch ? [announce] : []
    });
}

/** @param {Bundle} bundle */
async function build(bundle) {
    const { metafile } = await esbuild.build(optionsOf(bundle));
    await writeFile(join(outdir, 'meta', `${bundle.name}.json`), JSON.stringify(metafile));
    if (bundle.isCommand) {
        await chmod(outfileOf(bundle), 0o755);
    }
    return metafile;
}

async function buildAll() {
    const metafiles = await Promise.all(bundles.map(build));
    await writeFile(join(outdir, 'NOTICES.txt'), await noticesOf(metafiles));
    const violations = production ? bundles.flatMap((bundle, i) => violationsOf(bundle, metafiles[i])) : [];
    for (const violation of violations) {
        console.error(violation);
    }
    return violations.length === 0;
}

await mkdir(join(outdir, 'meta'), { recursive: true });
if (watch) {
    for (const bundle of bundles) {
        await (await esbuild.context(optionsOf(bundle))).watch();
    }
} else {
    try {
        process.exitCode = await buildAll() ? 0 : 1;
    } catch (error) {
        // esbuild has said what is wrong and where; its stack would add nothing.
        if (!(error instanceof Error && 'errors' in error)) {
            throw error;
        }
        process.exitCode = 1;
    }
}
