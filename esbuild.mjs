// Makes the three bundles in dist/, and in dist/meta/ the account of what each holds. `--production` makes them small and holds
// them to their limits; `--watch` makes them again on every change.

import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { bundles, violationsOf } from './scripts/bundle-limits.mjs';
import { noticesOf } from './scripts/notices.mjs';

const { values: { production, watch, outdir } } = parseArgs({
    options: {
        production: { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        outdir: { type: 'string', default: 'dist' }
    }
});

/** What a task's background problem matcher waits for. */
const announce = {
    name: 'announce',
    setup(build) {
        build.onStart(() => console.log('[watch] build started'));
        build.onEnd(() => console.log('[watch] build finished'));
    }
};

function optionsOf(bundle) {
    return {
        entryPoints: [bundle.entry],
        outfile: join(outdir, `${bundle.name}.cjs`),
        bundle: true,
        format: 'cjs',
        platform: 'node',
        target: 'node22',
        external: bundle.external,
        banner: bundle.isCommand ? { js: '#!/usr/bin/env node' } : {},
        minify: production,
        sourcemap: 'linked',
        metafile: true,
        logLevel: 'warning',
        plugins: watch ? [announce] : []
    };
}

async function build(bundle) {
    const { metafile } = await esbuild.build(optionsOf(bundle));
    await writeFile(join(outdir, 'meta', `${bundle.name}.json`), JSON.stringify(metafile));
    if (bundle.isCommand) {
        await chmod(join(outdir, `${bundle.name}.cjs`), 0o755);
    }
    return metafile;
}

/** A room that is still an empty module makes no bundle. */
async function isWritten(bundle) {
    const source = await readFile(bundle.entry, 'utf8');
    const written = source.trim() !== 'export {};';
    if (!written) {
        console.log(`${bundle.name}: skipped, ${bundle.entry} is empty`);
    }
    return written;
}

await mkdir(join(outdir, 'meta'), { recursive: true });
const written = (await Promise.all(bundles.map(async bundle => await isWritten(bundle) ? [bundle] : []))).flat();
if (watch) {
    await Promise.all(written.map(async bundle => (await esbuild.context(optionsOf(bundle))).watch()));
} else {
    const metafiles = await Promise.all(written.map(build));
    await writeFile(join(outdir, 'NOTICES.txt'), await noticesOf(metafiles));
    const violations = production ? written.flatMap((bundle, i) => violationsOf(bundle, metafiles[i])) : [];
    for (const violation of violations) {
        console.error(violation);
    }
    process.exitCode = violations.length === 0 ? 0 : 1;
}
