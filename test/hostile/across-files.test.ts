import { URI } from 'langium';
import { describe, expect, test } from 'vitest';
import { fileLimits } from '@sup/model';
import { createSupServices } from '@sup/language';
import { segmentsOf } from '../../language/src/syntax/segments/segmented-file.js';
import { exampleFiles } from '../support/example-files.js';
import { tally } from '../support/hostile.js';
import { MemoryFileSystem } from '../support/memory-file-system.js';
import { type Files, workspaceWith } from '../support/workspace.js';

// Entries of the catalogue that concern several files.

const file = (text: string): string => `hierarchy Nordlys\n${text}\n`;

test('B047 logs once that there are too many files, and analyzes the others', async () => {
    const fileSystem = new MemoryFileSystem();
    for (let i = 0; i <= fileLimits.files; i++) {
        fileSystem.files.set(`file:///workspace/${String(i).padStart(4, '0')}.sup`, i === 0 ? 'primary site OSL reports to XYZ\n' : `hierarchy H${i}\n`);
    }
    const reports: string[] = [];
    const { shared } = createSupServices({ fileSystemProvider: () => fileSystem, report: message => reports.push(message) });
    await shared.workspace.WorkspaceManager.initializeWorkspace([{ uri: 'file:///workspace', name: 'workspace' }]);
    expect(reports).toEqual([`The workspace has ${(fileLimits.files + 1).toLocaleString('en')} .sup files; the first ${fileLimits.files.toLocaleString('en')} are analyzed. Open a smaller folder to analyze the others.`]);
    const documents = shared.workspace.LangiumDocuments;
    expect(documents.all.count()).toBe(fileLimits.files);
    expect(documents.getDocument(URI.parse('file:///workspace/0000.sup'))!.diagnostics).toHaveLength(1);
}, 60_000);

test('B072 a loop through two files ends when one of them is fixed', async () => {
    const workspace = await workspaceWith({ 'a.sup': file('primary site OSL reports to BER'), 'b.sup': file('primary site BER reports to OSL') });
    expect(tally(workspace)).toEqual({ 'hierarchy-cycle': 1 });
    await workspace.write({ 'b.sup': file('central site BER') });
    expect(workspace.listing()).toEqual([]);
});

test('B076 a parent may be declared later in the file, or in another file that is added later', async () => {
    const workspace = await workspaceWith({ 'a.sup': file('primary site OSL reports to BER\nprimary site BER reports to NOR') });
    expect(workspace.listing()).toEqual(['a.sup:3:29 unknown-parent']);
    await workspace.write({ 'z.sup': file('central site NOR') });
    expect(workspace.listing()).toEqual([]);
});

describe.each(['brightwater', 'mistakes', 'scenarios'])('B082 the example %s', example => {
    const files = exampleFiles(example);
    const findingsIn = async (each: Files): Promise<Record<string, number>> => tally(await workspaceWith(each));

    /** The segments of each file, and its head, which names the hierarchy. */
    async function segmentTexts(): Promise<{ name: string; head: string; bodies: readonly string[] }[]> {
        const workspace = await workspaceWith(files);
        return Object.keys(files).map(name => {
            const texts = segmentsOf(workspace.document(name)).map(({ text }) => text);
            const head = texts.find(text => /^hierarchy\b/m.test(text) && !/^(central|primary|secondary|scenario)\b/m.test(text)) ?? '';
            return { name, head, bodies: texts.filter(text => text !== head) };
        });
    }

    test('reports the same findings with its sites reversed', async () => {
        const reversed = Object.fromEntries((await segmentTexts()).map(({ name, head, bodies }) => [name, [head, ...[...bodies].reverse()].join('\n')]));
        expect(await findingsIn(reversed)).toEqual(await findingsIn(files));
    });

    test('reports the same findings with each site in its own file', async () => {
        const single = Object.fromEntries((await segmentTexts()).flatMap(({ name, head, bodies }) => head === ''
            ? [[name, bodies.join('')]]
            : bodies.map((body, i) => [`${name}-${String(i).padStart(3, '0')}.sup`, `${i === 0 ? head : /^hierarchy.*$/m.exec(head)![0]}\n${body}`])));
        expect(await findingsIn(single)).toEqual(await findingsIn(files));
    });
});
