import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { changesOf } from '@sup/language';
import { applied, type Files, workspaceWith } from '../support/workspace.js';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const filesOf = (folder: string): Files => Object.fromEntries(readdirSync(examples + folder)
    .filter(name => name.endsWith('.sup'))
    .map(name => [name, readFileSync(`${examples}${folder}/${name}`, 'utf8')]));
const today = (): string => '2026-11-22';

test.each(['starter', 'brightwater'])('the example %s has no findings', async folder => {
    expect((await workspaceWith(filesOf(folder), { today })).listing()).toEqual([]);
});

test('the large example is a hierarchy of three tiers over several files', async () => {
    const files = filesOf('brightwater');
    const workspace = await workspaceWith(files);
    const { sites } = workspace.services.analysis.hierarchies.of(workspace.document('europe.sup'));
    expect(Object.keys(files).length).toBeGreaterThan(2);
    expect(sites.length).toBeGreaterThanOrEqual(40);
    expect(new Set(sites.map(site => site.kind))).toEqual(new Set(['central', 'primary', 'secondary']));
});

describe('the example of mistakes', () => {
    test.each(Object.keys(filesOf('mistakes')))('%s: each fix can be applied and removes a finding', async name => {
        const files = { [name]: filesOf('mistakes')[name]! };
        const workspace = await workspaceWith(files, { today });
        const before = workspace.findings(name);
        for (const finding of before) {
            for (const fix of finding.fixes()) {
                const after = await workspaceWith(applied(files, changesOf(fix.edits)), { today });
                const count = (findings: typeof before): number => findings.filter(each => each.rule.id === finding.rule.id).length;
                expect(count(after.findings(name)), `${finding.rule.id}: ${fix.title}`).toBeLessThan(count(before));
            }
        }
    });
});
