import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { registry, sourceTextOf } from '@sup/language';
import { SegmentCheck } from '../../language/src/linter/segment-check.js';
import { RuleSet } from '../../language/src/linter/rule-runner.js';
import { scenariosIn, sitesIn } from '../../language/src/analysis/projection/segment-model.js';
import { segmentsOf } from '../../language/src/syntax/segments/segmented-file.js';
import { executedCalls } from '../support/executed-calls.js';
import { exampleFiles } from '../support/example-files.js';
import { Random } from '../support/random.js';
import { randomPlan } from '../support/random-plan.js';
import { workspaceOf } from '../fuzz/incremental/difference.js';
import type { ChangingWorkspace } from '../fuzz/incremental/workspace.js';
import { workspaceWith } from '../support/workspace.js';
import type * as ast from '../../language/src/syntax/generated/ast.js';

const examples = new URL('../../examples/', import.meta.url);

// The cost of an edit: the segments that are parsed again, and those that rules check again.

afterEach(() => void vi.restoreAllMocks());

const codeOf = (i: number): string => i.toString(36).toUpperCase().padStart(3, '0');
const siteText = (i: number, childrenPerSite = 8): string => `${i === 0 ? 'central' : 'primary'} site ${codeOf(i)}${i === 0 ? '' : ` reports to ${codeOf(Math.floor((i - 1) / childrenPerSite))}`} {\n  mode: mixed\n  server ${codeOf(i)}SUP01 {\n    site server\n    wsus 3.0 SP2 { ports: 8530, 8531 }\n    software update point active\n  }\n}\n`;
const plan = `hierarchy Large\n${Array.from({ length: 1_000 }, (_, i) => siteText(i)).join('')}`;

/** Replaces a text in the file and counts the segments that are checked again. */
async function checkedSegments(workspace: ChangingWorkspace, before: string, after: string): Promise<number> {
    const run = vi.spyOn(SegmentCheck.prototype, 'run');
    const offset = workspace.files.get('a.sup')!.indexOf(before);
    expect(offset).toBeGreaterThan(0);
    await workspace.take({ kind: 'edit', file: 'a.sup', offset, remove: before.length, insert: after });
    return run.mock.calls.length;
}

describe('edits in a plan of a thousand sites', () => {
    test('an edit of a comment re-checks its site and the head of the file', async () => {
        const workspace = await workspaceOf(new Map([['a.sup', plan]]));
        expect(await checkedSegments(workspace, `server ${codeOf(900)}SUP01 {`, `server ${codeOf(900)}SUP01 { // x`)).toBeLessThanOrEqual(2);
    });

    test('an edit of a leaf site re-checks the sites above it', async () => {
        const workspace = await workspaceOf(new Map([['a.sup', plan]]));
        expect(await checkedSegments(workspace, `server ${codeOf(900)}SUP01 {\n    site server`, `server ${codeOf(900)}SUP01 {\n`)).toBeLessThanOrEqual(10);
    });

    test('an edit of the parent of a leaf site re-checks the old and the new sites above it', async () => {
        const workspace = await workspaceOf(new Map([['a.sup', plan]]));
        expect(await checkedSegments(workspace, `site ${codeOf(900)} reports to ${codeOf(112)}`, `site ${codeOf(900)} reports to ${codeOf(3)}`)).toBeLessThanOrEqual(16);
    });

    test('an edit of one site keeps the trees of all others', async () => {
        const workspace = await workspaceOf(new Map([['a.sup', plan]]));
        const [document] = workspace.services.shared.workspace.LangiumDocuments.all.toArray();
        const before = segmentsOf(document!);
        await workspace.take({ kind: 'edit', file: 'a.sup', offset: plan.indexOf('mode: mixed'), remove: 0, insert: 'clients: 5\n' });
        const after = segmentsOf(document!);
        expect(after.filter((segment, i) => segment !== before[i])).toHaveLength(1);
    });
});

test('sites that are held across an edit keep their original text', async () => {
    const workspace = await workspaceOf(new Map([['a.sup', plan]]));
    const [document] = workspace.services.shared.workspace.LangiumDocuments.all.toArray();
    const [held, other] = workspace.services.analysis.hierarchies.of(document!).sites;
    const texts = [sourceTextOf(held!), sourceTextOf(other!)];
    await workspace.take({ kind: 'edit', file: 'a.sup', offset: plan.indexOf('mode: mixed'), remove: 4, insert: 'release' });
    expect([held, other].map(site => sourceTextOf(site!))).toEqual(texts);
    expect(sourceTextOf(workspace.services.analysis.hierarchies.of(document!).sites[0]!)).toContain('release: mixed');
});

test('old versions of a file are garbage collected', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const workspace = await workspaceOf(new Map([['a.sup', plan]]));
    const versions: WeakRef<object>[] = [];
    for (let i = 0; i < 20; i++) {
        const [document] = workspace.services.shared.workspace.LangiumDocuments.all.toArray();
        versions.push(new WeakRef(document!.parseResult));
        const offset = workspace.files.get('a.sup')!.indexOf(`server ${codeOf(40 * i + 40)}SUP01 {`);
        await workspace.take({ kind: 'edit', file: 'a.sup', offset, remove: 0, insert: '\n' });
    }
    // In-flight work still holds the last few.
    await expect.poll(() => {
        collect();
        return versions.filter(version => version.deref()).length;
    }).toBeLessThanOrEqual(2);
});

test('an edit costs a few calls for each site elsewhere in the plan, and no analysis of it', async () => {
    // Three levels of sites: `wsus-tree-too-deep` reports more, and the editor's text computes the positions of findings from the whole text.
    const sound = (sites: number): string => `hierarchy Large\n${Array.from({ length: sites }, (_, i) => siteText(i, 64)).join('').replace('site server', 'site server\n').replace(/^central.*\n/m, '$&  synchronization { schedule: every 1 day at 02:07  products: "Windows XP"  classifications: "Security Updates"  languages: en }\n')}`;
    const callsOfEdits = async (sites: number): Promise<number[]> => {
        const text = sound(sites);
        const workspace = await workspaceOf(new Map([['a.sup', text]]));
        const offset = text.indexOf('software', text.length / 2);
        const calls: number[] = [];
        for (let i = 0; i < 6; i++) {
            calls.push(await executedCalls(() => workspace.take({ kind: 'edit', file: 'a.sup', offset, remove: i % 2, insert: i % 2 === 0 ? ' ' : '' })));
        }
        return calls.sort((a, b) => a - b);
    };
    const [small, large] = [500, 4_000];
    const [fewest, most] = [(await callsOfEdits(small))[0]!, (await callsOfEdits(large)).at(-1)!];
    // Passes over all segments that shift positions are allowed: about 6 calls for each site. To analyze a site takes hundreds.
    expect((most - fewest) / (large - small)).toBeLessThan(9);
});

test('a rule with the reach `segment` does not use the hierarchy', async () => {
    const random = new Random(1);
    const plans = [...readdirSync(examples).flatMap(example => Object.values(exampleFiles(example))), ...Array.from({ length: 40 }, () => randomPlan(random))];
    for (const text of plans) {
        const { services: { analysis: { hierarchies } }, document } = await workspaceWith(text).then(workspace => ({ services: workspace.services, document: workspace.document('plan.sup') }));
        const hierarchy = hierarchies.incremental(document);
        const track = vi.spyOn(hierarchy.dependencies, 'track');
        for (const segment of segmentsOf(document)) {
            for (const rule of registry.filter(({ reach }) => reach === 'segment')) {
                const subject = { document: document as typeof document & { parseResult: { value: ast.SupFile } }, segment, hierarchy, sites: sitesIn(segment), scenarios: scenariosIn(segment), allScenarios: () => hierarchies.allScenarios(document), assumptions: {} };
                new RuleSet([rule]).run(subject, (_, error) => { throw error; });
                expect(track.mock.calls, `${rule.id} uses the hierarchy`).toEqual([]);
            }
        }
    }
});
