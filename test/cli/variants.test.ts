import { expect, test } from 'vitest';
import { sup } from '../support/cli.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { tidewater } from '../support/tidewater.js';

const files = {
    'now/plan.sup': tidewater, 'then/plan.sup': tidewater.replace('400 intranet', '40 intranet')
};

test('compares plans in a table, one column for each', async () => {
    const { stdout, stderr, code } = await sup(['variants', 'now', 'then'], { cwd: temporaryFolder(files) });
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout.split('\n').map(line => line.split(/ {2,}/).slice(0, 3).join(' | '))).toEqual(expect.arrayContaining([' | now | then', 'Sites | 3 | 3', 'Servers | 2 | 2', 'Clients | 540 | 180']));
    expect(stdout).toMatch(/Worst single failure +\S.* stops: 440 clients/);
});

test('prints the same figures as Markdown and JSON', async () => {
    const cwd = temporaryFolder(files);
    const [markdown, json] = await Promise.all(['markdown', 'json'].map(async format => (await sup(['variants', 'now', 'then', '--format', format], { cwd })).stdout));
    expect(markdown).toMatch(/^\| Plan \| Sites \|.*\n\| --- .*\n\| now \| 3 \| 2 \| 540 \|/);
    const { variants } = JSON.parse(json!) as { variants: readonly Record<string, unknown>[] };
    expect(variants).toMatchObject([{ label: 'now', hierarchy: 'Tidewater', sites: 3, clients: 540, errors: 0 }, { label: 'then', clients: 180 }]);
    expect(variants[0]!['lastClient']).toEqual(expect.any(Number));
});

test('asks for a second plan', async () => {
    expect(await sup(['variants', 'now'], { cwd: temporaryFolder(files) })).toMatchObject({ code: 2, stderr: 'sup: name at least two files or folders with plans to compare\n' });
});

test('shows a plan without sites next to others', async () => {
    const { stdout, code } = await sup(['variants', 'now', 'empty', '--format', 'markdown'], { cwd: temporaryFolder({ ...files, 'empty/plan.sup': 'hierarchy Nothing\n' }) });
    expect(code).toBe(0);
    expect(stdout).toContain('| empty | 0 | 0 | 0 |  |  |  | none | 0 |');
});
