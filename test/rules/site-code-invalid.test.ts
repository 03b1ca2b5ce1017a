import { expect, test } from 'vitest';
import { workspaceWith } from '../support/workspace.js';

async function offered(plan: string): Promise<string[]> {
    const workspace = await workspaceWith(plan);
    return workspace.findings('plan.sup').filter(finding => finding.rule.id === 'site-code-invalid').flatMap(finding => finding.fixes()).map(fix => fix.title);
}

test('offers a code that is free, valid, not reserved and not named by another site', async () => {
    expect(await offered('central site osl')).toEqual(['Change the site code to OSL']);
    expect(await offered('central site con')).toEqual(['Change the site code to CO2']);
    expect(await offered('central site P019\nprimary site P01 reports to P019')).toEqual(['Change the site code to P02']);
    expect(await offered('central site ı1')).toEqual(['Change the site code to 101']);
});

test('shortens a long code, and leaves codes that differ only in case to `site-code-duplicate`', async () => {
    expect(await offered(`central site ${'FJORD'.repeat(1_000)}`)).toEqual(['Change the site code to FJO']);
    expect(await offered('central site fjd\nprimary site Fjd reports to fjd')).toEqual([]);
    expect(await offered('central site osl\nprimary site OSL reports to osl')).toEqual([]);
});
