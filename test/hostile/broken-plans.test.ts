import { expect, test } from 'vitest';
import { changesOf } from '@sup/language';
import { expectSound, survives } from '../support/hostile.js';
import { applied, TestWorkspace } from '../support/workspace.js';

// A plan with the mistakes that typing causes has few findings, and each of their fixes changes something.

/** A plan in which every statement and most properties occur once. */
const plan = [
    'hierarchy Nordlys', '', '/** Top. */', 'central site NOR "Head Office" {', '  release: SP2 R2', '  clients: 800 intranet, 20 internet', '  group policy: "http://norsup01:8530"',
    '  server NORSUP01 {', '    site server', '    wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }', '    software update point active {', '      ports: 8530, 8531', '      proxy { host: "px"  port: 8080 }', '    }', '  }',
    '  cluster NORNLB01 { nodes: NORSUP01 }', '  synchronization {', '    source: server NORSUP01', '    schedule: every 1 day at 02:07 // at night', '    products: "Windows 7",', '      "Office 2007"', '  }', '  clients "Sales" { count: 5  on: internet }', '}',
    'secondary site BER reports to NOR { link: 2 Mbps, open 19:00 to 06:00 }', 'allow sup-gap-in-chain until 2027-06-30 because "x"', ''
].join('\n');

test('survives every prefix of a plan', async () => {
    const workspace = new TestWorkspace();
    for (let end = 0; end <= plan.length; end++) {
        await workspace.write({ 'plan.sup': plan.slice(0, end) });
        expectSound(workspace);
    }
}, 120_000);

test('recognizes the complete statements of a truncated plan', async () => {
    const workspace = await survives(`${plan.slice(0, plan.indexOf('  cluster'))}\nprimary site OSL reports to NOR {\n`);
    const hierarchy = workspace.services.analysis.hierarchies.of(workspace.document('plan.sup'));
    expect(hierarchy.sites.map(site => site.code)).toEqual(['NOR', 'OSL']);
    expect(hierarchy.serversByName.get('NORSUP01')?.[0]).toMatchObject({ isSiteServer: true, wsus: { version: '3.0 SP2' } });
});

const tokens = [...plan.matchAll(/\/\*[\s\S]*?\*\/|\/\/.*|"[^"\n]*"|[\w.]+|[^\s\w]/g)].map(match => ({ offset: match.index, text: match[0] }));

test.each<[string, (i: number) => string]>([
    ['deleted', i => plan.slice(0, tokens[i]!.offset) + plan.slice(tokens[i]!.offset + tokens[i]!.text.length)],
    ['doubled', i => `${plan.slice(0, tokens[i]!.offset)}${tokens[i]!.text} ${plan.slice(tokens[i]!.offset)}`],
    ['swapped with the next', i => swap(i)]
])('reports few findings with each token %s', async (_, broken) => {
    const workspace = new TestWorkspace();
    const counts = [];
    for (let i = 0; i < tokens.length; i++) {
        await workspace.write({ 'plan.sup': broken(i) });
        expectSound(workspace);
        counts.push({ findings: workspace.listing(), text: broken(i) });
    }
    // One mistake causes a few findings, not a flood.
    expect(counts.filter(({ findings }) => findings.length > 12)).toEqual([]);
}, 120_000);

function swap(i: number): string {
    const [first, second] = [tokens[i]!, tokens[i + 1] ?? tokens[i]!];
    const between = plan.slice(first.offset + first.text.length, second.offset);
    return i + 1 < tokens.length ? plan.slice(0, first.offset) + second.text + between + first.text + plan.slice(second.offset + second.text.length) : plan;
}

test('survives random mixtures of plan text, and every fix of their findings changes something', async () => {
    const snippets = [...plan.matchAll(/\s+|[\w.]+|"[^"\n]*"|[^\s\w]/g)].map(([snippet]) => snippet);
    const all = [...snippets, '{', '}', '}', ':', ',', '"', '=', ';', '\\', '“', '”', '//', '/*', '*/', '\n', 'sever', 'http://x', '\u200B', '😀'];
    const random = numbers(20_261_122);
    const workspace = new TestWorkspace();
    for (let run = 0; run < 600; run++) {
        const from = random(snippets.length);
        const mixture = snippets.slice(from, from + 5 + random(80));
        for (let i = 0; i < 1 + random(run % 2 === 0 ? 3 : 40); i++) {
            mixture.splice(random(mixture.length), random(2), all[random(all.length)]!);
        }
        const files = { 'plan.sup': mixture.join('') };
        await workspace.write(files);
        expectSound(workspace);
        for (const fix of workspace.findings('plan.sup').flatMap(finding => finding.fixes())) {
            expect(applied(files, changesOf(fix.edits)), `${fix.title}: ${JSON.stringify(files['plan.sup'])}`).not.toEqual(files);
        }
    }
}, 120_000);

/** Reproducible random numbers below a limit. */
function numbers(seed: number): (below: number) => number {
    let state = seed;
    return below => {
        state = state * 48_271 % 2_147_483_647;
        return Math.floor(state / 2_147_483_647 * below);
    };
}
