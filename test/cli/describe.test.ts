import { expect, test } from 'vitest';
import { sup } from '../support/cli.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { scenario, tidewater } from '../support/tidewater.js';

const files = { '.git/HEAD': '', 'plan.sup': tidewater, 'runs.sup': scenario('Oslo is down', '10 days', 'at 1d: stop OSLSUP01', '', 'expect no errors at OSL') };

test('describes a hierarchy in sentences', async () => {
    const { stdout, code } = await sup(['describe'], { cwd: temporaryFolder(files) });
    expect(code).toBe(0);
    expect(stdout.split('\n\n')).toEqual([
        expect.stringMatching(/^Tidewater has 3 sites \(1 central, 1 primary, 1 secondary\), 540 clients and 2 servers\. The rules find /),
        'CEN is the central site with 100 clients; it synchronizes from Microsoft Update.',
        '1 site reports to CEN. OSL is a primary site with 400 clients; it synchronizes from CENSUP01.',
        expect.stringMatching(/^1 site reports to OSL\. BER is a secondary site with 40 clients; connected by 512 kbps, 40 ms; its clients scan at OSLSUP01[^\n]*\.\n$/)
    ]);
});

test('describes the run of a scenario with its events, its clients and its expectations', async () => {
    const { stdout } = await sup(['describe', '--run', 'Oslo is down'], { cwd: temporaryFolder(files) });
    expect(stdout).toMatch(/^The scenario "Oslo is down" of Tidewater was simulated for 10d\.\n/);
    expect(stdout).toMatch(/: OSLSUP01 stops\.\n/);
    expect(stdout).toMatch(/\nBroken: expect no errors at OSL\. /);
    expect(stdout).toMatch(/At the end, the scans of \d+ of 540 clients fail: \d+ at OSL/);
});

test('describes a run without events', async () => {
    const { stdout } = await sup(['describe', '--run', '--format', 'json'], { cwd: temporaryFolder(files) });
    expect(JSON.parse(stdout)).toMatchObject({ descriptions: [{ hierarchy: 'Tidewater', text: expect.stringMatching(/^Tidewater was simulated without events for [^]*No synchronization failed\.[^]*reaches the last client within/) }] });
});

test('reports that a scenario does not exist', async () => {
    expect(await sup(['describe', '--run', 'Bergen is down'], { cwd: temporaryFolder(files) })).toMatchObject({ code: 2, stderr: expect.stringContaining('"Oslo is down"') });
});
