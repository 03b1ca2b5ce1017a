// @ts-check
// Compares language/src/syntax/generated/ with the output that the grammar generates now. There is no `--check` option, because
// `npm run generate` has langium-cli write the files itself.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quietly, root, script, ScriptError } from './project.mjs';

await script(async () => {
    const copy = mkdtempSync(join(tmpdir(), 'sup-grammar-'));
    try {
        for (const name of ['langium-config.json', 'src/syntax/sup.langium', 'src/syntax/types.langium']) {
            cpSync(join(root, 'language', name), join(copy, name), { recursive: true });
        }
        await quietly('Generating from the grammar', 'langium', ['generate', '--file', join(copy, 'langium-config.json')]);
        const stale = differing(join(copy, 'src/syntax/generated'), join(root, 'language/src/syntax/generated'));
        if (stale.length > 0) {
            throw new ScriptError(`${stale.map(name => `language/src/syntax/generated/${name}`).join(', ')}: out of date with the grammar. Run \`npm run generate\`.`);
        }
    } finally {
        rmSync(copy, { recursive: true });
    }
});

/**
 * The names of the files that differ between two folders.
 * @param {string} made
 * @param {string} committed
 */
function differing(made, committed) {
    const names = [...new Set([...readdirSync(made), ...readdirSync(committed)])];
    return names.filter(name => contentOf(join(made, name)) !== contentOf(join(committed, name)));
}

/** @param {string} path */
function contentOf(path) {
    try {
        return readFileSync(path, 'utf8');
    } catch {
        return undefined;
    }
}
