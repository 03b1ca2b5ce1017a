import { expect, test } from 'vitest';
import { rolloutMarkdown } from '@sup/report';
import { payloads } from '../support/payloads.js';
import { rolloutExamples } from '../support/rollout-examples.js';
import { rolloutOf } from '../support/rollout.js';

const rollout = rolloutOf(...rolloutExamples['mixed to native']);

test('a check list has a box for each step and for each wait', () => {
    const lines = rolloutMarkdown('Alder', rollout).split('\n');
    expect(lines.filter(line => line.startsWith('- [ ] **'))).toEqual(rollout.steps.map(({ number, title }) => `- [ ] **${number}. ${title}**`));
    expect(lines.filter(line => line.startsWith('  - [ ] *Done when:*'))).toHaveLength(rollout.steps.filter(({ until }) => until !== undefined).length);
});

test.each(payloads)('the name %j stays text', payload => {
    const text = rolloutMarkdown(payload, { ...rollout, steps: rollout.steps.map(step => ({ ...step, title: payload })) });
    expect(text).not.toMatch(/(?<!\\)</);
    expect(text.split('\n').filter(line => /^(?:::|##vso|##\[)/.test(line))).toEqual([]);
});
