import { expect, test } from 'vitest';
import { workspaceWith } from '../support/workspace.js';

// Capitals are a mistake that people do not see: the message has to name them.

const todoOf = async (text: string, rule: string): Promise<string> => (await workspaceWith(text)).findings('plan.sup').find(finding => finding.rule.id === rule)!.message.todo;

test.each([
    ['Central site NOR\n', 'central site'],
    ['Hierarchy Nordlys\n', 'hierarchy'],
    ['central site NOR {\n  server A {\n    WSUS 3.0 SP2\n  }\n}\n', 'wsus'],
    ['central site NOR {\n  server A {\n    Software Update Point active\n  }\n}\n', 'software update point']
])('a keyword with capitals: %j', async (text, keyword) => {
    expect(await todoOf(text, 'unknown-statement')).toBe(`Write \`${keyword}\`: the words of the language are in small letters.`);
});

test('the code of a parent in small letters', async () => {
    expect(await todoOf('central site NOR\nprimary site BER reports to nor\n', 'unknown-parent')).toBe('Write NOR: codes are in capitals, and nor would be another one.');
    expect(await todoOf('central site NOR\nprimary site BER reports to xyz\n', 'unknown-parent')).toMatch(/^Correct the code/);
});
