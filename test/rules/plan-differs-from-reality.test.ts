import { expect, test } from 'vitest';
import { importPlan, type ImportSource } from '@sup/import';
import { textOf } from '@sup/language';
import { driftOf } from '../support/drift.js';

const source: ImportSource = { name: 'sites.csv', text: 'Site code,Type,Parent,Server,Role,Ports\nNOR,central,,NORSUP01,"site server, SUP (active)",8530/8531\nOSL,primary,NOR,OSLCM01,site server,\n' };

// No page can show these messages, because they need an export.
test.each([
    ['differs', 'ports: 8530, 8531', 'ports: 80, 443', 'NORSUP01, the pair of ports of the WSUS web site: planned 80, 443; 8530, 8531 in the export.'],
    ['moved', /( {2}server NORSUP01 [^]*?\n {2}\}\n)([^]*)\}\n$/, '$2$1}\n', 'NORSUP01 is planned at OSL, and was at NOR in the export.'],
    ['notFound', 'server OSLCM01', 'server OSLCM02', 'Server OSLCM02 of site OSL is in the plan, but was not found in the export.'],
    ['notPlanned', 'server OSLCM01', 'server OSLCM02', 'Server OSLCM01, the site server, is not in the plan, but was found in the export.'],
    ['notYetFound', 'primary site OSL', 'primary site OSX reports to NOR\n\nprimary site OSL', 'Site OSX is in the plan, but was not found in the export.']
])('reports %s in three sentences', async (_, from, to, what) => {
    const { findings } = await driftOf(importPlan([source]).files[0]!.text.replace(from, to), [source]);
    const messages = findings.map(({ message }) => message);
    expect(messages.map(message => message.what)).toContain(what);
    messages.forEach(message => expect(textOf(message)).toMatch(/^\S.+\. .+\. .+\.$/));
});
