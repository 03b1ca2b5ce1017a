// @ts-check
// `npm run bench`: measures, and writes what it finds into docs/performance.md. `--only NAME` measures one thing (simulator, preview,
// server); `--profile` writes CPU profiles besides. `--sizes 100,1000,10000,folder` measures the server with some of these plans, and only
// shows what it finds.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { preview } from './bench/preview.mjs';
import { server } from './bench/server.mjs';
import { simulator } from './bench/simulator.mjs';
import { root, script, Trouble } from './project.mjs';

/** @type {readonly { readonly name: string, section(options: { profile: boolean, sizes?: string | undefined }): Promise<string> }[]} */
const benches = [simulator, preview, server];
const page = join(root, 'docs', 'performance.md');
const title = '# Performance\n';

await script(async () => {
    const { values: { profile, only, sizes } } = parseArgs({
        options: { profile: { type: 'boolean', default: false }, only: { type: 'string' }, sizes: { type: 'string' } }
    });
    const wanted = benches.filter(({ name }) => only === undefined || only === name);
    if (wanted.length === 0) {
        throw new Trouble(`There is no measurement "${only}". There are: ${benches.map(({ name }) => name).join(', ')}.`);
    }
    for (const { name, section } of wanted) {
        const text = await section({ profile, sizes });
        console.log(text);
        // A part of the sizes is not to replace what was found of all.
        if (sizes === undefined) {
            writeFileSync(page, withSection(existsSync(page) ? readFileSync(page, 'utf8') : title, name, text));
        }
    }
});

/**
 * The page with one section replaced, or added at its end. Comments mark where sections begin and end.
 * @param {string} text
 * @param {string} name
 * @param {string} section
 */
function withSection(text, name, section) {
    const [begin, end] = [`<!-- begin ${name}: written by npm run bench -->\n`, `<!-- end ${name} -->\n`];
    const from = text.indexOf(begin);
    const block = begin + section + end;
    return from < 0 ? `${text}\n${block}` : text.slice(0, from) + block + text.slice(text.indexOf(end) + end.length);
}
