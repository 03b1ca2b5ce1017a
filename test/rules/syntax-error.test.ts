import { expect, test } from 'vitest';
import { fileLimits } from '@sup/model';
import { workspaceWith } from '../support/workspace.js';

// Messages that the page does not show, or cannot: `failed` needs a parser that throws (see test/language/langium-internals.test.ts).

test.each<[message: 'nested' | 'opening' | 'missing' | 'unexpected' | 'tooLarge' | 'notText' | 'tooDeep', text: string]>([
    ['nested', 'central site AAA {\n  primary site BBB reports to AAA {\n  }\n}\n'],
    ['opening', 'central site AAA {\n  mode: mixed {\n  }\n}\n'],
    ['missing', 'central site AAA\nprimary site BBB reports AAA\n'],
    ['unexpected', 'central site AAA {\n  : mixed\n}\n'],
    ['tooLarge', `central site AAA // ${'x'.repeat(fileLimits.characters)}`],
    ['notText', 'c\u0000e\u0000n\u0000t\u0000r\u0000a\u0000l\u0000'],
    ['tooDeep', `central site AAA {\n${'server X {\n'.repeat(fileLimits.depth)}${'}\n'.repeat(fileLimits.depth)}}\n`]
])('the message %s is given once', async (message, text) => {
    const workspace = await workspaceWith(text);
    const findings = workspace.findings('plan.sup').filter(finding => finding.rule.id === 'syntax-error');
    expect(findings.map(finding => finding.messageId)).toEqual([message]);
    for (const sentence of Object.values(findings[0]!.message) as string[]) {
        expect(sentence).toMatch(/^\S.*\S\.$/s);
    }
});

test('a parser that fails is told with the message \'failed\', and the next file is read', async () => {
    const workspace = await workspaceWith('central site AAA');
    const { LangiumParser } = workspace.services.parser;
    const inner = (LangiumParser as unknown as { inner: { parse: () => never } }).inner;
    inner.parse = () => { throw new Error('for this test'); };
    await workspace.write({ 'broken.sup': 'central site BBB', 'next.sup': 'central site CCC' });
    expect(workspace.findings('broken.sup').map(finding => finding.messageId)).toEqual(['failed']);
    expect(workspace.listing()).toEqual(['broken.sup:1:1 syntax-error']);
});
