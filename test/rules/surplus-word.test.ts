import { describe, expect, test } from 'vitest';
import { changesOf } from '@sup/language';
import { applied, workspaceWith } from '../support/workspace.js';

describe('fixes of surplus words', () => {
    test.each([
        ['hierarchy Nordlys Energi', 'hierarchy "Nordlys Energi"'],
        ['primary site FJO report to NOR {\n}', 'primary site FJO reports to NOR {\n}'],
        ['primary site FJO "Fjord" reporting to NOR', 'primary site FJO "Fjord" reports to NOR'],
        ['primary site FJO under NOR {\n}', 'primary site FJO reports to NOR {\n}'],
        ['primary site FJO reports to NOR "Fjord" {\n}', 'primary site FJO "Fjord" reports to NOR {\n}'],
        ['primary site FJO reports to "NOR"', 'primary site FJO reports to NOR'],
        ['primary site FJO Fjord and Fell reports to NOR', 'primary site FJO "Fjord and Fell" reports to NOR'],
        ['central site NOR {\n  clients Sales laptops {\n    count: 5\n  }\n}', 'central site NOR {\n  clients "Sales laptops" {\n    count: 5\n  }\n}'],
        ['central site NOR {\n  clients 40 intranet\n}', 'central site NOR {\n  clients: 40 intranet\n}'],
        ['central site NOR {\n  server A {\n    software update point "active"\n  }\n}', 'central site NOR {\n  server A {\n    software update point active\n  }\n}'],
        ['scenario Big outage for 7 days {\n}', 'scenario "Big outage" for 7 days {\n}'],
        ['scenario "Big outage" 7 days {\n}', 'scenario "Big outage" for 7 days {\n}'],
        ['scenario "Big outage" for "7 days" {\n}', 'scenario "Big outage" for 7 days {\n}'],
        ['allow site-code-reserved because hardware is ordered', 'allow site-code-reserved because "hardware is ordered"']
    ])('offers the intended form of %j', async (written, meant) => {
        const files = { 'plan.sup': `${written}\n` };
        const workspace = await workspaceWith(files);
        const fixes = workspace.findings('plan.sup').filter(finding => finding.rule.id === 'surplus-word').flatMap(finding => finding.fixes());
        expect(fixes.map(fix => applied(files, changesOf(fix.edits))['plan.sup'])).toContain(`${meant}\n`);
    });
});

test('reads the block after the surplus words', async () => {
    const workspace = await workspaceWith('central site NOR Head Office {\n  server NORSRV01 remote {\n    site server\n  }\n}\n');
    expect(workspace.services.analysis.hierarchies.of(workspace.document('plan.sup')).sites).toMatchObject([{ code: 'NOR', servers: [{ name: 'NORSRV01', isSiteServer: true }] }]);
    expect(workspace.listing()).toEqual(['plan.sup:1:18 surplus-word', 'plan.sup:2:19 surplus-word']);
});

test('leaves words next to unreadable text to syntax-error', async () => {
    expect((await workspaceWith('central site NOR “Head Office”\n')).listing()).toEqual(['plan.sup:1:18 syntax-error']);
});
