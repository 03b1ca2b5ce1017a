// @ts-check
// `npm run bench` measures performance and writes the results into docs/performance.md. `--help` lists its options.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { peers } from './bench/peers.mjs';
import { preview } from './bench/preview.mjs';
import { rollout } from './bench/rollout.mjs';
import { server } from './bench/server.mjs';
import { simulator } from './bench/simulator.mjs';
import { root, script, ScriptError } from './project.mjs';

/** @typedef {{ profile: boolean, sizes?: string | undefined, peers?: readonly string[] | undefined }} Options */

/** @type {readonly { readonly name: string, section(options: Options): Promise<string> }[]} */
const benches = [simulator, rollout, preview, server];
const page = join(root, 'docs', 'performance.md');
const title = '# Performance\n';
const help = `npm run bench -- [options]
Measures the bundles in dist/ (run \`npm run build\` first) and writes the results into docs/performance.md.

  --only NAME          one of ${benches.map(({ name }) => name).join(', ')}
  --sizes 100,1000     measure the server, or its peers, in these sizes (100, 1000, 10000; the server also folder); prints the results without writing them
  --peers              measure this language server and those of other projects instead. Installs them from npm into .cache/peers; takes half an hour
  --peer NAME          measure one of the peers (repeatable); prints the results without writing them
  --profile            also write CPU profiles
`;

await script(async () => {
    const { values: { profile, only, sizes, peers: withPeers, peer, help: wantsHelp } } = parseArgs({
        options: {
            profile: { type: 'boolean', default: false }, only: { type: 'string' }, sizes: { type: 'string' },
            peers: { type: 'boolean', default: false }, peer: { type: 'string', multiple: true }, help: { type: 'boolean', default: false }
        }
    });
    if (wantsHelp) {
        console.log(help);
        return;
    }
    const wanted = withPeers || peer ? [peers] : benches.filter(({ name }) => only === undefined || only === name);
    if (wanted.length === 0) {
        throw new ScriptError(`Unknown measurement "${only}". The measurements: ${benches.map(({ name }) => name).join(', ')}.`);
    }
    for (const { name, section } of wanted) {
        const text = await section({ profile, sizes, peers: peer });
        console.log(text);
        // Results of some sizes or peers must not replace the results of all.
        if (sizes === undefined && peer === undefined) {
            writeFileSync(page, withSection(existsSync(page) ? readFileSync(page, 'utf8') : title, name, text));
        }
    }
});

/**
 * The page with one section replaced, or appended if it is new. Comments mark the beginning and end of each section.
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
