import { expect, test } from 'vitest';
import { workspaceWith } from '../support/workspace.js';

// Wrong capitals are easy to overlook, so the message has to name them.

const todoOf = async (text: string, rule: string): Promise<string> => (await workspaceWith(text)).findings('plan.sup').find(finding => finding.rule.id === rule)!.message.todo;

test.each([
    ['Central site NOR\n', 'central site'],
    ['Hierarchy Nordlys\n', 'hierarchy'],
    ['central site NOR {\n  server A {\n    WSUS 3.0 SP2\n  }\n}\n', 'wsus'],
    ['central site NOR {\n  server A {\n    Software Update Point active\n  }\n}\n', 'software update point']
])('names the keyword in lower case for %j', async (text, keyword) => {
    expect(await todoOf(text, 'unknown-statement')).toBe(`Write \`${keyword}\`: keywords are in lower case.`);
});

test('names the upper-case site code for a parent in lower case', async () => {
    expect(await todoOf('central site NOR\nprimary site BER reports to nor\n', 'unknown-parent')).toBe('Write NOR: site codes are in upper case, and nor would be a different code.');
    expect(await todoOf('central site NOR\nprimary site BER reports to xyz\n', 'unknown-parent')).toMatch(/^Correct the code/);
});
