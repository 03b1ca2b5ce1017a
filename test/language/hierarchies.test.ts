import { expect, test } from 'vitest';
import { DocumentState, URI } from 'langium';
import { TestWorkspace, workspaceWith } from '../support/workspace.js';

const codes = (workspace: TestWorkspace, name: string): string[] =>
    workspace.services.analysis.hierarchies.of(workspace.document(name)).sites.map(site => site.code);

test('files with the same hierarchy line form one hierarchy, in whatever order they are loaded', async () => {
    const files = { 'z.sup': 'hierarchy H\ncentral site AAA', 'a.sup': 'hierarchy H\nprimary site CCC reports to AAA\nprimary site BBB reports to AAA' };
    const workspace = await workspaceWith(files);
    const other = await workspaceWith(Object.fromEntries(Object.entries(files).reverse()));
    expect(codes(workspace, 'z.sup')).toEqual(['AAA', 'BBB', 'CCC']);
    expect(codes(other, 'a.sup')).toEqual(codes(workspace, 'z.sup'));
    expect(workspace.listing()).toEqual([]);
});

test('hierarchies of one workspace are separate, and a file without a hierarchy line forms its own', async () => {
    const workspace = await workspaceWith({
        'a.sup': 'hierarchy H\ncentral site AAA', 'b.sup': 'hierarchy I\ncentral site AAA\nprimary site BBB reports to AAA', 'c.sup': 'central site AAA'
    });
    expect(codes(workspace, 'a.sup')).toEqual(['AAA']);
    expect(codes(workspace, 'b.sup')).toEqual(['AAA', 'BBB']);
    expect(codes(workspace, 'c.sup')).toEqual(['AAA']);
    expect(workspace.listing()).toEqual([]);
});

test('a document outside of the workspace does not join the hierarchy that it names', async () => {
    const workspace = await workspaceWith({ 'a.sup': 'hierarchy H\ncentral site AAA' });
    const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = workspace.services.shared.workspace;
    const diff = LangiumDocumentFactory.fromString('hierarchy H\ncentral site AAA', URI.parse('git:/workspace/a.sup?HEAD'));
    LangiumDocuments.addDocument(diff);
    await DocumentBuilder.build([diff], { validation: true });
    expect(codes(workspace, 'a.sup')).toEqual(['AAA']);
    expect(diff.diagnostics).toEqual([]);
});

test('answers from the current text as soon as a document is parsed, before the others are', async () => {
    const workspace = await workspaceWith({ 'a.sup': 'hierarchy H\ncentral site AAA', 'b.sup': 'hierarchy H' });
    expect(codes(workspace, 'a.sup')).toEqual(['AAA']);
    const answers: string[][] = [];
    workspace.services.shared.workspace.DocumentBuilder.onDocumentPhase(DocumentState.IndexedContent, ({ uri }) => {
        answers.push(codes(workspace, uri.path.split('/').at(-1)!));
    });
    await workspace.write({ 'a.sup': 'hierarchy H\ncentral site AAA\nprimary site CCC reports to AAA', 'b.sup': 'hierarchy H\nprimary site BBB reports to AAA' });
    expect(answers).toEqual([['AAA', 'CCC'], ['AAA', 'BBB', 'CCC']]);
});

test('a deleted document that is still in use stands alone', async () => {
    const file = (site: string): string => `hierarchy Nordlys\n${site} {\n  server ${site.split(' ')[2]}SUP01 {\n    site server\n  }\n}\n`;
    const workspace = await workspaceWith({ 'a.sup': file('central site AAA'), 'b.sup': file('primary site BBB reports to AAA') });
    const gone = workspace.document('b.sup');
    workspace.services.shared.workspace.LangiumDocuments.deleteDocument(gone.uri);
    await workspace.services.shared.workspace.DocumentBuilder.update([], [gone.uri]);
    expect(workspace.services.linter.rules.check(gone).findings.map(({ rule }) => rule.id)).toEqual(['unknown-parent']);
    expect(workspace.reports).toEqual([]);
});
