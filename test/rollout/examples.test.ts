import { describe, expect, test } from 'vitest';
import { rolloutSummary, stepDetails } from '@sup/rollout';
import { rolloutExamples } from '../support/rollout-examples.js';
import { reasonsBetween, rolloutOf, stepText } from '../support/rollout.js';

// Rollouts that were worked out by hand: the order that documents and rules ask for, and no other.

describe('mixed to native mode', () => {
    const rollout = rolloutOf(...rolloutExamples['mixed to native']);

    test('SSL comes first and from the bottom up, native mode from the top down', () => {
        expect(rollout.failure).toBeUndefined();
        expect(rollout.steps.map(stepText)).toEqual(['change SSL CED', 'change SSL BIR', 'change SSL ALD', 'to native ALD', 'to native BIR']);
    });

    test('claims only the orders that an error or a document asks for', () => {
        expect([...reasonsBetween(rollout)].sort()).toEqual([
            'change SSL ALD < to native ALD', 'change SSL ALD < to native BIR', 'change SSL BIR < to native BIR', 'change SSL CED < to native BIR', 'to native ALD < to native BIR'
        ]);
    });

    test('the way back is the reverse', () => {
        const [before, after] = rolloutExamples['mixed to native'];
        expect(rolloutOf(after, before).steps.map(stepText)).toEqual(['to mixed BIR', 'change SSL CED', 'change SSL BIR', 'to mixed ALD', 'change SSL ALD']);
    });
});

describe('SP2 with a cluster', () => {
    const rollout = rolloutOf(...rolloutExamples['SP2 with a cluster']);

    test('WSUS and releases go from the top down, and Windows 7 comes last', () => {
        expect(rollout.steps.map(stepText)).toEqual([
            'upgrade WSUS ELM', 'upgrade WSUS FIR', 'upgrade WSUS GUM', 'upgrade release ELM', 'upgrade release FIR', 'upgrade release GUM', 'change criteria ELM'
        ]);
        const reasons = reasonsBetween(rollout);
        for (const needed of ['upgrade WSUS ELM < upgrade WSUS FIR', 'upgrade WSUS FIR < upgrade WSUS GUM', 'upgrade release ELM < upgrade release FIR', 'upgrade release FIR < upgrade release GUM', 'upgrade WSUS GUM < change criteria ELM']) {
            expect(reasons).toContain(needed);
        }
    });

    test('claims no order between the WSUS and the release of a site', () => {
        expect([...reasonsBetween(rollout)].filter(reason => reason.includes('WSUS') && reason.includes('release'))).toEqual([]);
    });

    test('upgrades the nodes of a cluster and the console of its site server in one step, and warns that none of its clients can scan', () => {
        const [, cluster] = rollout.steps;
        expect(cluster).toMatchObject({ hosts: ['FIRUPD01', 'FIRUPD02', 'FIRSRV01'], interruption: { of: 'scans', clients: 31_000, minutes: 75 } });
        const texts = stepDetails(cluster!).map(({ label, text }) => `${label}: ${text}`);
        expect(texts).toContain('Changes: FIRUPD01, FIRUPD02: the version of WSUS changes from 3.0 SP1 to 3.0 SP2.');
        expect(texts.find(text => text.startsWith('Interrupts:'))).toMatch(/^Interrupts: scans of 31,000 clients, for 1h 15m \(an assumption\)\. In a simulation, the scans of \d+ of them fail/);
        expect(texts).toContain('Way back: It cannot be taken back in place, only by restoring the backup from before this step.');
    });

    test('a scan is due once a week, so few of the clients meet the interruption', () => {
        // 31,000 clients × 75 minutes of a week of 10,080 minutes are 231, and the simulator rounds up.
        expect(rollout.steps[1]!.interruption!.failedScans).toBeGreaterThan(180);
        expect(rollout.steps[1]!.interruption!.failedScans).toBeLessThan(260);
    });

    test('older versions are installed from the bottom up', () => {
        const [before, after] = rolloutExamples['SP2 with a cluster'];
        const back = rolloutOf(after, before);
        expect(back.failure).toBeUndefined();
        expect(back.steps.map(stepText)).toEqual([
            'change criteria ELM', 'downgrade release GUM', 'downgrade release FIR', 'downgrade release ELM', 'downgrade WSUS GUM', 'downgrade WSUS FIR', 'downgrade WSUS ELM'
        ]);
    });
});

describe('two secondary sites get a software update point', () => {
    const rollout = rolloutOf(...rolloutExamples['secondary software update points']);

    test('the one of the primary site is active first, with WSUS and the console before it', () => {
        const reasons = reasonsBetween(rollout);
        for (const needed of ['install console IVY < activate IVY', 'install WSUS IVY < activate IVY', 'activate IVY < activate JUN KAP', 'install WSUS JUN KAP < activate JUN KAP']) {
            expect(reasons).toContain(needed);
        }
    });

    test('interrupts no clients', () => {
        expect(rollout.gaps).toEqual([]);
        expect(rollout.steps.map(({ interruption }) => interruption)).toEqual(rollout.steps.map(() => undefined));
    });
});

test('a Group Policy is without an address while its software update point moves to another server', () => {
    const rollout = rolloutOf(...rolloutExamples['another active server with a Group Policy']);
    expect(rollout.steps.map(stepText)).toEqual(['install WSUS MID', 'add role MID', 'lift policy MID', 'switch MID', 'set policy MID', 'remove role MID', 'remove server MID']);
    expect(reasonsBetween(rollout)).toContain('lift policy MID < switch MID');
    expect(reasonsBetween(rollout)).toContain('switch MID < set policy MID');
    expect(rollout.steps[3]).toMatchObject({ interruption: { of: 'scans', clients: 1_000 }, title: 'Select another active software update point at MID (MIDSUP01, MIDSUP02)' });
});

test('states the work of each step once, for the direction of its change', () => {
    const worksOf = (name: keyof typeof rolloutExamples): readonly (readonly string[])[] => rolloutOf(...rolloutExamples[name]).steps.map(step => stepDetails(step).filter(({ label }) => label === 'How').map(({ text }) => text));
    expect(worksOf('another active server with a Group Policy')).toEqual([
        ['WSUS Setup installs WSUS, before the role is added. (Prerequisites for Software Updates)'],
        ['The role is added to the site system. It is not in use until the site system is chosen in the Software Update Point Component. (About the Software Update Point)'],
        ['Changed in a Group Policy of the domain. (Troubleshooting Software Updates: Group Policy Settings)'],
        ['Set in the Software Update Point Component of the site. A site system that is deselected there keeps the role. (Software Update Point Component Properties: General Tab)'],
        ['Changed in a Group Policy of the domain. (Troubleshooting Software Updates: Group Policy Settings)'],
        ['The role is removed from the site system. (How to Remove a Software Update Point)'],
        ['WSUS Setup removes WSUS, and then the site system is removed from the site. (How to Remove a Software Update Point)']
    ]);
    expect(worksOf('SP2 with a cluster')[1]).toEqual(['WSUS Setup upgrades WSUS in place, the upstream server first, and the console on the site server to the same version. (Plan Your WSUS Deployment, Windows Server documentation)']);
    expect(worksOf('secondary software update points')[0]).toEqual(['WSUS Setup installs the console. (Prerequisites for Software Updates)']);
});

describe('a primary site with clients on the Internet', () => {
    const plan = (isSeparate: boolean): string => `
hierarchy Bay
central site BAY "Bay" {
  mode: native
  release: SP2
  clients: 500 intranet, 40 internet
  server BAYSRV01 { site server
    wsus console: 3.0 SP2 }
  server BAYSUP01 { fqdn: "baysup01.bay.example"
    internet fqdn: "updates.bay-public.example"
    wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }
    software update point active { ssl: yes${isSeparate ? '' : '  accepts: intranet, internet'} } }
  ${isSeparate ? `server BAYINT01 { fqdn: "bayint01.bay.example"
    internet fqdn: "scan.bay-public.example"
    wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }
    software update point internet { ssl: yes } }` : ''}
  synchronization { source: Microsoft Update  schedule: every 1 day at 02:07  products: "Windows XP"
    classifications: "Security Updates"
    languages: en
    summary languages: en }
}`;

    test.each([['gets', plan(false), plan(true)], ['loses', plan(true), plan(false)]])('%s a separate software update point for them: they cannot scan in between, and the rollout says so', (_, before, after) => {
        const rollout = rolloutOf(before, after);
        expect(rollout.failure).toBeUndefined();
        const [gap] = rollout.gaps;
        expect(gap).toMatchObject({ site: 'BAY', on: 'internet', clients: 40 });
        expect(gap!.toStep).toBeGreaterThan(gap!.fromStep);
    });
});

test('a stand-alone site joins with its source in one step, because either alone is an error', () => {
    const site = (head: string, rest: string): string => `${head} {
  release: SP2
  mode: mixed
  clients: 100 intranet
  server ${/site (\w+)/.exec(head)![1]!}SRV01 { site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active }
  ${rest}
}`;
    const settings = (source: string): string => `synchronization { source: ${source}  schedule: every 1 day at 02:07  products: "Windows XP"
    classifications: "Security Updates"
    languages: en
    summary languages: en }`;
    const central = site('central site TOP "Top"', settings('Microsoft Update'));
    const alone = site('primary site ROW "Rowan"', settings('Microsoft Update'));
    const joined = site('primary site ROW "Rowan" reports to TOP', 'synchronization { source: parent site\n    languages: en }');
    const rollout = rolloutOf(`hierarchy Rowan\n${central}\n${alone}`, `hierarchy Rowan\n${central}\n${joined}`);
    expect(rollout.steps.map(stepText)).toEqual(['attach site ROW']);
    expect(rollout.steps[0]!.changes.map(({ subject }) => subject)).toContain('synchronization');
});

describe('the products of a site that joins', () => {
    const site = (head: string, rest: string): string => `${head} {
  release: SP2
  mode: mixed
  server ${/site (\w+)/.exec(head)![1]!}SRV01 { site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active }
  ${rest}
}`;
    const settings = (products: string): string => `synchronization { source: Microsoft Update  schedule: every 1 day at 02:07  products: ${products}
    classifications: "Security Updates"
    languages: en
    summary languages: en }`;
    const top = (products: string): string => site('central site TOP "Top"', settings(products));
    const [alone, joined] = [site('primary site ROW "Rowan"', settings('"Windows XP", "Office 2007"')), site('primary site ROW "Rowan" reports to MID', '')];
    const middle = site('primary site MID "Mid" reports to TOP', '');
    const reasonsOf = (before: readonly string[], after: readonly string[]): readonly string[] => [...reasonsBetween(rolloutOf(['hierarchy Rowan', ...before].join('\n'), ['hierarchy Rowan', ...after].join('\n')))];

    test('products are added at the top before a site joins, also where its parent is not the top', () => {
        expect(reasonsOf([top('"Windows XP"'), middle, alone], [top('"Windows XP", "Office 2007"'), middle, joined])).toEqual(['change criteria TOP < attach site ROW']);
    });

    test.each([
        ['other products are added', '"Windows XP", "Office 2007"', '"Windows XP", "Office 2007", "Office 2003"'], ['products are removed', '"Windows XP", "Office 2007", "Office 2003"', '"Windows XP", "Office 2007"']
    ])('criteria have no order with a site that joins where %s', (_, was, is) => {
        expect(reasonsOf([top(was), middle, alone], [top(is), middle, joined])).toEqual([]);
    });
});

describe('a hierarchy below another one', () => {
    const site = (head: string, rest: string): string => `${head} {
  release: SP2
  mode: mixed
  clients: 100 intranet
  server ${/site (\w+)/.exec(head)![1]!}SRV01 { site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active }
  ${rest}
}`;
    const settings = `synchronization { source: Microsoft Update  schedule: every 1 day at 02:07  products: "Windows XP"
    classifications: "Security Updates"
    languages: en
    summary languages: en }`;
    const [central, alone, joined] = [site('central site TEA "Tea"', settings), site('central site ROW "Rowan"', settings), site('primary site ROW "Rowan" reports to TEA', '')];
    const below = site('primary site ELM "Elm" reports to ROW', '');
    const plan = (...sites: readonly string[]): string => ['hierarchy Tea', ...sites].join('\n');

    test('the former central site joins a new one only once that has an active software update point', () => {
        const rollout = rolloutOf(plan(alone, below), plan(central, joined, below));
        expect(rollout.failure).toBeUndefined();
        expect(rollout.steps.map(stepText)).toEqual(['install site TEA', 'install WSUS TEA', 'add role TEA', 'activate TEA', 'attach site ROW']);
        expect(reasonsBetween(rollout)).toContain('activate TEA < attach site ROW');
    });

    test('a central site joins an existing hierarchy in one step, with its own source and criteria', () => {
        const rollout = rolloutOf(plan(central, alone, below), plan(central, joined, below));
        expect(rollout.failure).toBeUndefined();
        expect(rollout.steps.map(stepText)).toEqual(['attach site ROW']);
        expect(rollout.steps[0]!.hierarchy.sites.find(({ code }) => code === 'ROW')).toMatchObject({ kind: 'primary', parentCodes: ['TEA'], synchronizations: [] });
    });

    test('it leaves the other hierarchy the same way', () => {
        const rollout = rolloutOf(plan(central, joined, below), plan(central, alone, below));
        expect(rollout.failure).toBeUndefined();
        expect(rollout.steps.map(stepText)).toEqual(['attach site ROW']);
    });
});

describe('servers that are replaced', () => {
    const plan = (active: string, internet: string, spare: string): string => `
hierarchy Bay
central site BAY "Bay" {
  mode: native
  release: SP2
  clients: 500 intranet, 40 internet
  server BAYSRV01 { site server
    wsus console: 3.0 SP2 }
  server ${active} { fqdn: "${active.toLowerCase()}.bay.example"
    wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }
    software update point active { ssl: yes } }
  server ${internet} { fqdn: "${internet.toLowerCase()}.bay.example"
    internet fqdn: "scan.bay-public.example"
    wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }
    software update point internet { ssl: yes } }
  ${spare}
  synchronization { source: Microsoft Update  schedule: every 1 day at 02:07  products: "Windows XP"
    classifications: "Security Updates"
    languages: en
    summary languages: en }
}`;

    test('the Internet-based software update point goes only after another one is selected', () => {
        const rollout = rolloutOf(plan('BAYSUP01', 'BAYINT01', ''), plan('BAYSUP01', 'BAYINT02', ''));
        expect(rollout.steps.map(stepText)).toEqual(['install WSUS BAY', 'add role BAY', 'switch Internet service BAY', 'remove role BAY', 'remove server BAY']);
        expect(reasonsBetween(rollout)).toContain('switch Internet service BAY < remove role BAY');
        expect(rollout.steps[2]).toMatchObject({ interruption: { of: 'scans', clients: 40 }, fullScans: { clients: 40, first: 0, megabytes: 1_200 } });
    });

    test('the removal of the Internet-based one does not wait for the active one', () => {
        const rollout = rolloutOf(plan('BAYSUP01', 'BAYINT01', 'server BAYSUP02 { wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }\n    software update point inactive { ssl: yes } }'), plan('BAYSUP01', 'BAYINT01', ''));
        expect(rollout.steps.map(({ title, after }) => [title, after.map(({ step }) => step)])).toEqual([
            ['Remove the software update point at BAY (BAYSUP02)', []], ['Remove the server at BAY (BAYSUP02)', [1]]
        ]);
    });

    test('names the removal of a server by what it has', () => {
        const spare = (content: string): string => plan('BAYSUP01', 'BAYINT01', `server BAYOLD01 { ${content} }`);
        const titles = (before: string, after: string): readonly string[] => rolloutOf(before, after).steps.map(({ title }) => title);
        const wsus = 'wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }';
        expect(titles(spare(''), plan('BAYSUP01', 'BAYINT01', ''))).toEqual(['Remove the server at BAY (BAYOLD01)']);
        expect(titles(spare(wsus), spare(''))).toEqual(['Remove WSUS at BAY (BAYOLD01)']);
        expect(titles(spare(`${wsus}\nsoftware update point inactive { ssl: yes }`), spare(wsus))).toEqual(['Remove the software update point at BAY (BAYOLD01)']);
    });
});

describe('the texts of steps', () => {
    const detailsOf = (name: keyof typeof rolloutExamples, number: number): readonly string[] => stepDetails(rolloutOf(...rolloutExamples[name]).steps[number - 1]!).map(({ label, text }) => `${label}: ${text}`);

    test('counts first scans of clients apart from full scans of others', () => {
        const afterwards = (step: number): string => detailsOf('secondary software update points', step).find(text => text.startsWith('Afterwards'))!;
        expect(afterwards(6)).toMatch(/^Afterwards: 3,200 clients scan for the first time: 96 GB in all within 7d/);
        expect(afterwards(7)).toMatch(/^Afterwards: the next scan of 700 clients is a full one, against another WSUS database: 21 GB/);
    });

    test('only a remote server needs a console on the site server', () => {
        const preparation = (step: number): readonly string[] => detailsOf('secondary software update points', step).filter(text => text.startsWith('Prepare'));
        expect(preparation(6)).toEqual(['Prepare: The WSUS console of the same version is on the site server.']);
        expect(preparation(7)).toEqual([]);
    });

    test('only a cluster has all its nodes stopped before WSUS is upgraded', () => {
        const preparation = (step: number): string => detailsOf('SP2 with a cluster', step).find(text => text.startsWith('Prepare'))!;
        expect(preparation(2)).toMatch(/^Prepare: Suspend Network Load Balancing, stop IIS and WSUS on all nodes, and back up/);
        expect([1, 3].map(preparation).filter(text => /node|Load Balancing/.test(text))).toEqual([]);
    });

    test('the summary names the step that interrupts the scans of the most clients', () => {
        const summaryOf = (name: keyof typeof rolloutExamples): readonly string[] => rolloutSummary(rolloutOf(...rolloutExamples[name])).slice(1);
        expect(summaryOf('SP2 with a cluster')).toEqual(['3 steps interrupt scans, step 2 the most: those of 31,000 clients, for 1h 15m.']);
        expect(summaryOf('another active server with a Group Policy')).toEqual(['Step 4 interrupts scans: those of 1,000 clients, for 2h.']);
        expect(summaryOf('secondary software update points')).toEqual(['No step interrupts scans.']);
    });

    test('an order that no rule checks names its document, and says where that is less certain', () => {
        expect(detailsOf('SP2 with a cluster', 5)).toContain('Waits for: step 4. Sites are upgraded from the top down: the parent first. (Considerations for Upgrading Sites; medium confidence)');
        expect(detailsOf('secondary software update points', 4)).toContain('Waits for: step 2. WSUS must be on the server before it becomes a software update point. (Prerequisites for Software Updates)');
    });

    test('the settings of a site that gets a parent lapse, so there is nothing to set', () => {
        const settings = 'synchronization { source: Microsoft Update  schedule: every 1 day at 02:07  products: "Windows XP"\n    classifications: "Security Updates"\n    languages: en\n    summary languages: en }';
        const site = (head: string, code: string, rest: string): string => `${head} {\n  server ${code}SRV01 { site server\n    wsus 3.0 SP2 { ports: 8530, 8531 }\n    software update point active }\n  ${rest}\n}`;
        const plan = (isJoined: boolean): string => ['hierarchy Rowan', site('central site TOP "Top"', 'TOP', settings), site(`primary site ROW "Rowan"${isJoined ? ' reports to TOP' : ''}`, 'ROW', isJoined ? '' : settings)].join('\n');
        const texts = rolloutOf(plan(false), plan(true)).steps.flatMap(stepDetails).map(({ label, text }) => `${label}: ${text}`);
        expect(texts.filter(text => text.startsWith('How'))).toEqual(['How: Set in the properties of the site, once there are addresses in both directions. (How to Join Primary Sites into a Hierarchy)']);
        expect(texts).toContain('Prepare: Create addresses in both directions. Compare products, classifications and languages: the parent\'s replace the site\'s own, which lapse.');
    });

    test('a site with another code is removed and installed, which does not count as scanning without interruption', () => {
        const [before] = rolloutExamples['SP2 with a cluster'];
        const rollout = rolloutOf(before, before.replace(/\bGUM\b/g, 'GUN'));
        expect(rollout.steps.slice(0, 2).map(({ title }) => title)).toEqual(['Remove the site GUM', 'Install the site GUN']);
        expect(rolloutSummary(rollout).filter(text => text.includes('interrupt'))).toEqual([]);
    });

    test('the removal of a server names the removal of the site system too', () => {
        expect(detailsOf('another active server with a Group Policy', 7)).toContain('How: WSUS Setup removes WSUS, and then the site system is removed from the site. (How to Remove a Software Update Point)');
    });

    test('no text has double brackets', () => {
        for (const pair of Object.values(rolloutExamples)) {
            expect(rolloutOf(...pair).steps.flatMap(stepDetails).map(({ text }) => text).filter(text => /\([^)]*\(|\)\)/.test(text))).toEqual([]);
        }
    });
});
