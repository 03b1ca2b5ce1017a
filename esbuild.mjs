// @ts-check
// Builds the bundles in dist/, the metafile of each in dist/meta/, and the licenses and the bill of materials of the packages in them.
// `--production` minifies the bundles and enforces their limits; `--watch` rebuilds them on every change.
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { bundles, violationsOf } from './scripts/bundle-limits.mjs';
import { noticesOf } from './scripts/notices.mjs';
import { sbomOf } from './scripts/sbom.mjs';

/** @typedef {import('./scripts/bundle-limits.mjs').Bundle} Bundle */

const manifest = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));
const lock = JSON.parse(await readFile(new URL('package-lock.json', import.meta.url), 'utf8'));

const { values: { production, watch, outdir } } = parseArgs({
    options: {
        production: { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        outdir: { type: 'string', default: 'dist' }
    }
});

let runningBuilds = 0;

/**
 * Prints the lines that the background problem matcher of .vscode/tasks.json waits for: the first when any bundle begins to build, the
 * second when all of them are done.
 * @type {esbuild.Plugin}
 */
const announce = {
    name: 'announce',
    setup(build) {
        build.onStart(() => {
            if (runningBuilds++ === 0) {
                console.log('[watch] build started');
            }
        });
        build.onEnd(() => {
            if (--runningBuilds === 0) {
                console.log('[watch] build finished');
            }
        });
    }
};

/** @param {Bundle} bundle */
function outfileOf(bundle) {
    // A page has its own folder, because it may load files from there only.
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
        // jsonc-parser's `main` is a UMD file whose imports esbuild cannot resolve.
        mainFields: ['module', 'main'],
        define: { SUP_VERSION: JSON.stringify(manifest.version), SUP_FOLDER: '__dirname' },
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
    await writeFile(join(outdir, 'sbom.cdx.json'), `${JSON.stringify(sbomOf(metafiles, manifest, lock), undefined, 2)}\n`);
    const violations = production ? bundles.flatMap((bundle, i) => violationsOf(bundle, metafiles[i])) : [];
    for (const violation of violations) {
        console.error(violation);
    }
    return violations.length === 0;
}

await mkdir(join(outdir, 'meta'), { recursive: true });
if (watch) {
    const contexts = await Promise.all(bundles.map(bundle => esbuild.context(optionsOf(bundle))));
    await Promise.all(contexts.map(context => context.watch()));
} else {
    try {
        process.exitCode = await buildAll() ? 0 : 1;
    } catch (error) {
        // esbuild has printed its errors already.
        if (!(error instanceof Error && 'errors' in error)) {
            throw error;
        }
        process.exitCode = 1;
    }
}
