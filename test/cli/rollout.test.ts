import { describe, expect, test } from 'vitest';
import { sup } from '../support/cli.js';
import { rolloutExamples } from '../support/rollout-examples.js';
import { temporaryFolder } from '../support/temp-folder.js';

const [before, after] = rolloutExamples['another active server with a Group Policy'];
const versions = { 'before.sup': before, 'after.sup': after };

const steps = (format: string, files: Readonly<Record<string, string>> = versions): ReturnType<typeof sup> =>
    sup(['diff', 'before.sup', 'after.sup', '--steps', '--format', format], { cwd: temporaryFolder(files) });

describe('diff --steps', () => {
    test('lists the steps in an order in which they can be made', async () => {
        const { code, stdout, stderr } = await steps('pretty');
        expect([code, stderr]).toEqual([1, '']);
        expect([...stdout.matchAll(/^ {2}(\d\. .*)$/gm)].map(([, title]) => title)).toEqual([
            '1. Install WSUS at MID (MIDSUP02)',
            '2. Add the software update point role at MID (MIDSUP02)',
            '3. Remove the update service address from the Group Policy at MID',
            '4. Select another active software update point at MID (MIDSUP01, MIDSUP02)',
            '5. Set the update service address in the Group Policy at MID',
            '6. Remove the software update point at MID (MIDSUP01)',
            '7. Remove the server at MID (MIDSUP01)'
        ]);
        expect(stdout).toMatch(/^ {5}Waits for: step 3\. Otherwise: .* \(gpo-wsus-url-conflict\)$/m);
        expect(stdout).toMatch(/^ {5}Interrupts: scans of 1,000 clients, for 2h \(an assumption\)\./m);
    });

    test('writes a check list in Markdown', async () => {
        const { stdout } = await steps('markdown');
        expect(stdout).toMatch(/^## Rollout of Top\n\n7 steps\. [^]*\n\n## Top\n\n\*\*/);
        expect(stdout).toContain('\n- [ ] **4. Select another active software update point at MID (MIDSUP01, MIDSUP02)**\n  - *Waits for:* step 2. ');
        expect(stdout).toContain('\n  - [ ] *Done when:* The site reports status message 6702.');
    });

    test('gives each site of a step a box in the check list', async () => {
        const [start, end] = rolloutExamples['secondary software update points'];
        const { stdout } = await steps('markdown', { 'before.sup': start, 'after.sup': end });
        expect(stdout).toContain('\n- [ ] **3. Install WSUS at JUN, KAP (JUNSRV01, KAPSRV01)**\n  - *Sites:* ☐ JUN  ☐ KAP\n');
    });

    test('writes the steps and their reasons as JSON, without them unless they are requested', async () => {
        const { stdout } = await steps('json');
        const [hierarchy] = (JSON.parse(stdout) as { hierarchies: { rollout: { steps: { number: number; kind: string; after: { step: number; rule: string | null }[]; interruption: object | null }[]; failure: null } }[] }).hierarchies;
        expect(hierarchy!.rollout.failure).toBeNull();
        expect(hierarchy!.rollout.steps.map(({ number, kind }) => `${number} ${kind}`)).toEqual(['1 install WSUS', '2 add role', '3 lift policy', '4 switch', '5 set policy', '6 remove role', '7 remove server']);
        expect(hierarchy!.rollout.steps[4]!.after).toEqual([expect.objectContaining({ step: 4, rule: 'gpo-wsus-url-conflict', confidence: null })]);
        expect(hierarchy!.rollout.steps[1]!.after).toEqual([expect.objectContaining({ step: 1, rule: null, source: 'Prerequisites for Software Updates', confidence: 'high' })]);
        expect(hierarchy!.rollout.steps[3]!.interruption).toMatchObject({ of: 'scans', clients: 1_000, minutes: 120, source: null });
        const { stdout: without } = await sup(['diff', 'before.sup', 'after.sup', '--format', 'json'], { cwd: temporaryFolder(versions) });
        expect(without).not.toContain('"rollout"');
    });

    test('reports that the same plan needs no steps', async () => {
        const { code, stdout } = await steps('pretty', { 'before.sup': before, 'after.sup': before });
        expect(code).toBe(0);
        expect(stdout).toContain('There is nothing to do: the plans differ in nothing that is set in the product.');
    });

    test('states why a plan cannot be ordered', async () => {
        const { stdout } = await steps('pretty', { 'before.sup': before, 'after.sup': `${after}\nsecondary site MID reports to TOP { }` });
        expect(stdout).toContain('In the later plan, there are two sites with the code MID. Solve this first: no order can be derived from it.');
        expect(stdout).toContain('\nChanges without an order\n');
    });

    test('rejects --steps for a picture', async () => {
        const { code, stdout, stderr } = await steps('svg');
        expect([code, stdout, stderr]).toEqual([2, '', 'sup: a picture shows no steps; choose another format\n']);
    });
});
