import { expect, test } from 'vitest';
import { exampleFiles } from '../support/example-files.js';
import { type Files, TestWorkspace } from '../support/workspace.js';

// One mistake, one finding: each of these is made in a copy of the example with 44 sites.

type FileName = 'headquarters' | 'americas' | 'asia-pacific' | 'europe';
type Mistake = readonly [description: string, rule: string, file: FileName, written: string, mistaken: string];

const site = (code: string, rest = ''): string => `site ${code}${rest}`;

const mistakes: readonly Mistake[] = [
    ['a cluster that is not made active', 'internet-sup-without-active-sup', 'headquarters', 'software update point active {', 'software update point {'],
    ['a regional site whose role is not active', 'sup-role-not-active', 'americas', 'software update point active {', 'software update point {'],
    ['a secondary site whose role is not active', 'sup-role-not-active', 'americas', 'software update point active { ssl: yes }\n  }\n}\n\nsecondary site HOU', 'software update point { ssl: yes }\n  }\n}\n\nsecondary site HOU'],
    ['an active role that became Internet-based', 'internet-sup-without-active-sup', 'americas', 'software update point active {', 'software update point internet {'],
    ['a regional site without a software update point', 'sup-gap-in-chain', 'europe', `    software update point active {
      ports: 8530, 8531
      ssl: yes
      accepts: intranet, internet
    }
`, ''],
    ['a primary site declared as secondary', 'secondary-has-children', 'americas', 'primary site NAM', 'secondary site NAM'],
    ['a primary site declared as central', 'central-with-parent', 'americas', 'primary site SAM', 'central site SAM'],
    ['a primary site without a parent', 'multiple-central-sites', 'americas', 'primary site SAM "Santos" reports to BW0', 'primary site SAM "Santos"'],
    ['a secondary site without a parent', 'secondary-without-parent', 'americas', 'secondary site HOU "Houston" reports to NAM', 'secondary site HOU "Houston"'],
    ['a secondary site below a secondary site', 'parent-not-primary', 'americas', 'secondary site HOU "Houston" reports to NAM', 'secondary site HOU "Houston" reports to SAV'],
    ['a primary site below a secondary site', 'parent-not-primary', 'americas', 'primary site SAM "Santos" reports to BW0', 'primary site SAM "Santos" reports to HOU'],
    ['a primary site below a site below it', 'hierarchy-cycle', 'asia-pacific', 'primary site ANZ "Fremantle" reports to BW0', 'primary site ANZ "Fremantle" reports to ANZ'],
    ['two parents', 'multiple-parents', 'americas', 'secondary site HOU "Houston" reports to NAM', 'secondary site HOU "Houston" reports to NAM, SAM'],
    ['a misspelled parent', 'unknown-parent', 'americas', 'secondary site HOU "Houston" reports to NAM', 'secondary site HOU "Houston" reports to NMA'],
    ['a misspelled parent of a primary site', 'unknown-parent', 'americas', 'primary site SAM "Santos" reports to BW0', 'primary site SAM "Santos" reports to BWO'],
    ['a parent in lower case', 'unknown-parent', 'americas', 'secondary site HOU "Houston" reports to NAM', 'secondary site HOU "Houston" reports to nam'],
    ['a site code in lower case', 'site-code-invalid', 'americas', site('NAM '), site('nam ')],
    ['a secondary site code in lower case', 'site-code-invalid', 'americas', site('HOU '), site('hou ')],
    ['a site code that another site has', 'site-code-duplicate', 'americas', site('HOU '), site('HAL ')],
    ['a site code that another site has in upper case', 'site-code-duplicate', 'americas', site('HOU '), site('hal ')],
    ['a code of a region that another site has', 'site-code-duplicate', 'americas', site('HOU '), site('EUR ')],
    ['a reserved site code', 'site-code-reserved', 'americas', site('HOU '), site('PRN ')],
    ['a site code that is too long', 'site-code-invalid', 'americas', site('HOU '), site('HOUS ')],
    ['a server name that another site uses', 'server-name-duplicate', 'americas', 'server HOUSUP01', 'server SAVSUP01'],
    ['a mode of a secondary site', 'secondary-declares-mode', 'americas', 'clients: 280 intranet', 'clients: 280 intranet\n  mode: mixed'],
    ['a regional site in mixed mode', 'internet-clients-need-native', 'americas', 'mode: native\n  clients: 3300', 'mode: mixed\n  clients: 3300'],
    ['the central site in mixed mode', 'native-child-under-mixed-parent', 'headquarters', 'mode: native', 'mode: mixed'],
    ['an Internet-based software update point on a secondary site', 'internet-sup-on-secondary', 'americas', '  }\n}\n\nsecondary site HOU', `  }
  server SAVDMZ01 {
    wsus 3.0 SP2 { ports: 80, 443 }
    software update point internet
  }
}

secondary site HOU`],
    ['an active role on a secondary site that became Internet-based', 'internet-sup-on-secondary', 'americas', 'software update point active { ssl: yes }\n  }\n}\n\nsecondary site HOU', 'software update point internet { ssl: yes }\n  }\n}\n\nsecondary site HOU'],
    ['Internet clients of a secondary software update point', 'internet-clients-need-native', 'americas', 'software update point active { ssl: yes }\n  }\n}\n\nsecondary site HOU', 'software update point active { ssl: yes  accepts: intranet, internet }\n  }\n}\n\nsecondary site HOU'],
    ['a second active software update point', 'multiple-active-sups', 'headquarters', 'software update point internet {', 'software update point active {'],
    ['an active software update point that serves the Internet beside an Internet-based one', 'internet-sup-and-shared-sup', 'headquarters', 'accepts: intranet\n', 'accepts: intranet, internet\n'],
    ['Internet clients that nothing accepts', 'internet-clients-without-sup', 'americas', '      accepts: intranet, internet\n', ''],
    ['an old console', 'wsus-console-version-mismatch', 'americas', 'wsus console: 3.0 SP2', 'wsus console: 3.0 SP1'],
    ['a site server without the console', 'remote-sup-without-admin-console', 'americas', '    wsus console: 3.0 SP2\n', ''],
    ['a cluster without nodes', 'sup-without-wsus', 'headquarters', '    nodes: BWSUP01, BWSUP02\n', ''],
    ['WSUS that is too old for a regional site', 'wsus-too-old-for-site', 'americas', 'wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }', 'wsus 3.0 { ports: 8530, 8531  ssl: required }'],
    ['WSUS that is too old for a secondary site', 'wsus-too-old-for-site', 'americas', 'wsus 3.0 SP2 { ports: 8530, 8531  ssl: required  replica: yes }', 'wsus 3.0 { ports: 8530, 8531  ssl: required  replica: yes }'],
    ['WSUS that is too old for Windows 7 at a regional site', 'win7-products-need-wsus-sp2', 'americas', 'wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }', 'wsus 3.0 SP1 { ports: 8530, 8531  ssl: required }'],
    ['WSUS that is too old for Windows 7 at a secondary site', 'win7-products-need-wsus-sp2', 'americas', 'wsus 3.0 SP2 { ports: 8530, 8531  ssl: required  replica: yes }', 'wsus 3.0 SP1 { ports: 8530, 8531  ssl: required  replica: yes }'],
    ['a role without WSUS', 'sup-without-wsus', 'americas', '    wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }\n', ''],
    ['other ports of the role', 'sup-port-mismatch', 'americas', '      ports: 8530, 8531\n      ssl: yes', '      ports: 80, 443\n      ssl: yes'],
    ['no SSL in native mode', 'native-sup-without-ssl', 'americas', 'wsus 3.0 SP2 { ports: 8530, 8531  ssl: required  replica: yes }\n    software update point active { ssl: yes }', 'wsus 3.0 SP2 { ports: 8530, 8531  ssl: no  replica: yes }\n    software update point active { ssl: no }'],
    ['an autonomous WSUS server on a secondary site', 'secondary-sup-not-replica', 'americas', 'replica: yes', 'replica: no'],
    ['another upstream server on a secondary site', 'secondary-sup-not-replica', 'americas', 'replica: yes', 'replica: yes  upstream: SAMSUP01'],
    ['a replica on a primary site', 'wsus-replica-on-primary', 'americas', 'wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }', 'wsus 3.0 SP2 { ports: 8530, 8531  ssl: required  replica: yes }'],
    ['a regional site that synchronizes from Microsoft Update', 'child-source-not-parent', 'americas', 'source: parent site', 'source: Microsoft Update'],
    ['a disconnected secondary site', 'disconnected-secondary', 'americas', 'software update point active { ssl: yes }\n  }\n}\n\nsecondary site HOU', 'software update point active { ssl: yes }\n  }\n  synchronization { source: none }\n}\n\nsecondary site HOU'],
    ['a top that synchronizes from its parent', 'root-source-not-microsoft-update', 'headquarters', 'source: Microsoft Update', 'source: parent site'],
    ['a top without a schedule', 'no-sync-schedule', 'headquarters', '    schedule: every 1 day at 02:07\n', ''],
    ['a top without classifications', 'sync-criteria-empty', 'headquarters', /^ {4}classifications.*\n/m.exec(exampleFiles('brightwater')['headquarters.sup']!)![0], ''],
    ['a Group Policy with another port', 'gpo-wsus-url-conflict', 'headquarters', 'example:8531"', 'example:8530"'],
    ['an unknown node', 'unknown-server', 'headquarters', 'nodes: BWSUP01, BWSUP02', 'nodes: BWSUP01, BWSUP03']
];

const example = exampleFiles('brightwater');
const workspace = new TestWorkspace();

test('the example has no finding', async () => {
    await workspace.write(example);
    expect(workspace.listing()).toEqual([]);
});

test.each(mistakes)('%s gives one finding, of %s', async (_, rule, file, written, mistaken) => {
    const name = `${file}.sup`;
    expect(example[name]).toContain(written);
    const files: Files = { ...example, [name]: example[name]!.replace(written, mistaken) };
    await workspace.write(files);
    const findings = Object.keys(files).flatMap(each => workspace.findings(each)).map(finding => `${finding.rule.id}: ${finding.message.what}`);
    expect(findings).toEqual([expect.stringMatching(`^${rule}: `)]);
});
