import { expect, test } from 'vitest';
import { rolloutSummary, type Step, stepDetails } from '@sup/rollout';
import { rolloutOf, stepText } from '../support/rollout.js';

// A service pack of Configuration Manager and of WSUS, while one secondary site is added and another one moves.

const point = (servicePack: string): string => `wsus 3.0 ${servicePack} { ports: 8530, 8531 }\n    software update point active`;
const plan = (servicePack: 'SP1' | 'SP2', parentOfLima: string, added: string): string => `
hierarchy Northwind
central site CEN "Headquarters" {
  release: ${servicePack}
  mode: mixed
  clients: 9000 intranet
  server CENSRV01 { site server
    ${point(servicePack)} }
  synchronization { source: Microsoft Update  schedule: every 1 day at 02:07  products: "Windows XP"
    classifications: "Security Updates"
    languages: en
    summary languages: en }
}
primary site EUR "Europe" reports to CEN {
  release: ${servicePack}
  mode: mixed
  clients: 8900 intranet
  link: 10 Mbps
  server EURSRV01 { site server
    ${point(servicePack)} }
}
secondary site BER "Berlin" reports to EUR {
  release: ${servicePack}
  clients: 400 intranet
  link: 2 Mbps
  server BERSRV01 { site server }
}
secondary site LIM "Lima" reports to ${parentOfLima} {
  release: ${servicePack}
  clients: 120 intranet
  link: 2 Mbps
  server LIMSRV01 { site server }
}
${added}`;
const warsaw = (content: string): string => `secondary site WAR "Warsaw" reports to EUR {
  release: SP2
  clients: 180 intranet
  link: 2 Mbps
  server WARSRV01 { site server
    ${content} }
}`;

const rollout = rolloutOf(plan('SP1', 'EUR', ''), plan('SP2', 'CEN', warsaw(point('SP2'))));
const textsOf = (step: Step): readonly string[] => stepDetails(step).map(({ label, text }) => `${label}: ${text}`);

test('a site is installed after the upgrades, and its software update point is selected as soon as it has the role', () => {
    expect(rollout.failure).toBeUndefined();
    expect(rollout.steps.map(stepText)).toEqual([
        'upgrade WSUS CEN', 'upgrade WSUS EUR', 'upgrade release CEN', 'upgrade release EUR', 'upgrade release BER',
        'install site WAR', 'install WSUS WAR', 'add role WAR', 'activate WAR', 'reinstall site LIM'
    ]);
});

test('a site that is installed again is not upgraded in place, and its clients are assigned to the new parent', () => {
    const texts = textsOf(rollout.steps.find(({ kind }) => kind === 'reinstall site')!);
    expect(texts).toContain('Changes: LIM: the release changes from SP1 to SP2.');
    expect(texts.filter(text => text.startsWith('How'))).toEqual(['How: The parent of a secondary site cannot be changed after installation: the site is removed and installed again. (How to Join Primary Sites into a Hierarchy)']);
    expect(texts.find(text => text.startsWith('Prepare'))).toMatch(/Plan how its clients are assigned to the new parent/);
});

test('a site without a software update point is not expected to report a synchronization', () => {
    const untilOf = (after: string): readonly string[] => rolloutOf(plan('SP2', 'EUR', ''), after).steps.filter(({ kind }) => kind === 'reinstall site').flatMap(textsOf).filter(text => text.startsWith('Done when'));
    expect(untilOf(plan('SP2', 'CEN', ''))).toEqual(['Done when: The site status of the new parent shows the site without errors, and the parent has no files queued for it. (medium confidence)']);
    expect(untilOf(plan('SP2', 'CEN', '').replace('server LIMSRV01 { site server', `server LIMSRV01 { site server\n    ${point('SP2')}`))).toEqual([expect.stringContaining('status message 6702')]);
});

test('the summary names the step with the longest interruption for all its clients together', () => {
    const summaryOf = (minutesOfFirst: number): string => rolloutSummary({ ...rollout, steps: rollout.steps.map((step, i) => i === 0 ? { ...step, interruption: { ...step.interruption!, clients: 10_000, minutes: minutesOfFirst } } : step) })[1]!;
    expect(summaryOf(10)).toBe('2 steps interrupt scans, step 2 the most: those of 9,420 clients, for 45m.');
    expect(summaryOf(45)).toBe('2 steps interrupt scans, step 1 the most: those of 10,000 clients, for 45m.');
});
