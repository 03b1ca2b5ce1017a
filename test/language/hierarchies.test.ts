import { describe, expect, test } from 'vitest';
import { DocumentState, URI } from 'langium';
import { type Files, TestWorkspace, workspaceWith } from '../support/workspace.js';

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

describe('folders with a configuration file', () => {
    const before = 'hierarchy H\ncentral site AAA\nprimary site BBB reports to AAA\n';
    const after = `${before}primary site CCC reports to BBB\n`;

    test('reads a folder with a configuration file as a plan by itself, also within another', async () => {
        const workspace = await workspaceWith({
            'all.sup': before, 'plans/all.sup': after, 'plans/sup.config.json': '{}', 'plans/draft/deep/all.sup': before, 'plans/draft/sup.config.json': '{}'
        });
        expect(codes(workspace, 'all.sup')).toEqual(['AAA', 'BBB']);
        expect(codes(workspace, 'plans/all.sup')).toEqual(['AAA', 'BBB', 'CCC']);
        expect(codes(workspace, 'plans/draft/deep/all.sup')).toEqual(['AAA', 'BBB']);
        expect(workspace.listing()).toEqual([]);
    });

    test('joins a folder with the plan around it when its configuration file is deleted, and separates it when it is created', async () => {
        const workspace = await workspaceWith({ 'a.sup': 'hierarchy H\ncentral site AAA', 'x/b.sup': 'hierarchy H\nprimary site BBB reports to AAA' });
        expect(codes(workspace, 'a.sup')).toEqual(['AAA', 'BBB']);
        await workspace.write({ 'x/sup.config.json': '{}' });
        expect([codes(workspace, 'a.sup'), codes(workspace, 'x/b.sup')]).toEqual([['AAA'], ['BBB']]);
        await workspace.removeConfiguration('x');
        expect([codes(workspace, 'a.sup'), codes(workspace, 'x/b.sup')]).toEqual([['AAA', 'BBB'], ['AAA', 'BBB']]);
        expect(workspace.listing()).toEqual([]);
    });
});

describe('copies of a plan', () => {
    const site = (code: string, parent?: string): string => `${parent ? 'primary' : 'central'} site ${code}${parent ? ` reports to ${parent}` : ''} {\n  server ${code}SUP01 {\n    site server\n    wsus 3.0 SP2\n    software update point active\n  }\n}\n`;
    const plan = ['hierarchy H\n', site('AAA'), site('BBB', 'AAA'), site('CCC', 'BBB'), site('DDD', 'AAA')];
    const text = plan.join('');
    const copied = (workspace: TestWorkspace): string[] => workspace.listing().filter(line => /hierarchy-copied/.test(line));

    test('reports a plan that was copied to another folder once, at the `hierarchy` line of the second folder', async () => {
        const workspace = await workspaceWith({ 'before/plan.sup': text, 'now/north.sup': plan.slice(0, 3).join(''), 'now/south.sup': `hierarchy H\n${plan.slice(3).join('')}` });
        expect(workspace.listing()).toEqual(['now/north.sup:1:11 hierarchy-copied']);
        expect(workspace.findings('now/north.sup')[0]!.message.what).toBe('The folders `before` and `now` each declare the sites AAA, BBB, CCC and DDD of `H`.');
    });

    test('reports copies of a plan in three folders at different depths once', async () => {
        const workspace = await workspaceWith({ 'plan.sup': text, 'old/2007/plan.sup': text, 'old/2008/x/plan.sup': text });
        expect(copied(workspace)).toHaveLength(1);
        expect(workspace.listing()).toHaveLength(1);
        const finding = workspace.documents().flatMap(document => workspace.services.linter.rules.check(document).findings)[0]!;
        expect(finding.fixes().map(({ configurations }) => configurations!.map(({ path }) => path))).toEqual([['/workspace/old/2007/sup.config.json', '/workspace/old/2008/x/sup.config.json'].map(path => path.replace('/x/', '/'))]);
    });

    test('reports a copy of a plan at the root of the disk', async () => {
        const workspace = new TestWorkspace();
        const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = workspace.services.shared.workspace;
        ['file:///plan.sup', 'file:///old/plan.sup'].forEach(uri => LangiumDocuments.addDocument(LangiumDocumentFactory.fromString(text, URI.parse(uri))));
        await DocumentBuilder.build(workspace.documents(), { validation: true });
        expect(workspace.listing().map(line => line.split(' ').at(-1))).toEqual(['hierarchy-copied']);
        expect(workspace.reports).toEqual([]);
    });

    test('recognizes a copy of a plan after a site was added to it and another was removed', async () => {
        const workspace = await workspaceWith({ 'before/plan.sup': text, 'now/plan.sup': `${plan.slice(0, 4).join('')}${site('NEW', 'AAA')}` });
        expect(workspace.listing()).toEqual(['now/plan.sup:1:11 hierarchy-copied']);
    });

    test.each<[string, Files]>([
        ['a site was copied inside one folder', { 'a.sup': text, 'b.sup': text }],
        ['a site with its own folder was copied', { 'CEN/site.sup': `hierarchy H\n${site('AAA')}`, 'copy/site.sup': `hierarchy H\n${site('AAA')}`, 'BBB/site.sup': `hierarchy H\n${site('BBB', 'AAA')}` }],
        ['two plans share only their central site', { 'europe/plan.sup': text, 'asia/plan.sup': `hierarchy H\n${site('AAA')}${site('TOK', 'AAA')}${site('OSA', 'AAA')}` }]
    ])('does not suspect a copy of the plan if %s', async (_, files) => {
        const workspace = await workspaceWith(files);
        expect(copied(workspace)).toEqual([]);
        expect(workspace.listing().some(line => /site-code-duplicate/.test(line))).toBe(true);
    });

    test('re-checks copies of a plan completely when they differ too much, and when one becomes a plan by itself', async () => {
        const workspace = await workspaceWith({ 'before/plan.sup': text, 'now/plan.sup': text });
        expect(workspace.listing()).toEqual(['now/plan.sup:1:11 hierarchy-copied']);
        await workspace.write({ 'now/plan.sup': plan.slice(0, 2).join('') + site('XXX', 'AAA') + site('YYY', 'AAA') });
        expect(copied(workspace)).toEqual([]);
        expect(workspace.listing()).toContain('now/plan.sup:2:14 site-code-duplicate');
        await workspace.write({ 'now/sup.config.json': '{}' });
        expect(workspace.listing()).toEqual([]);
    });

    test('compares copies of a plan with every rule if hierarchy-copied is turned off', async () => {
        const workspace = await workspaceWith({ 'before/plan.sup': text, 'now/plan.sup': text }, { settingsFor: () => ({ levels: new Map([['hierarchy-copied', 'off']]), neverAllow: new Set() }) });
        expect(workspace.listing()).toContain('now/plan.sup:2:14 site-code-duplicate');
    });
});
