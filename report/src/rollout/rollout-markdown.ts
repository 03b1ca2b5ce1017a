import { type Rollout, rolloutSummary, type Step, stepDetails } from '@sup/rollout';
import { type ComparisonNote, notesMarkdown } from '../comparison/comparison-markdown.js';
import { listMarkdown } from '../markdown/markdown-blocks.js';
import { markdownMessage, markdownText } from '../markdown/markdown-text.js';

/** Writes the order of a rollout as a check list for the administrator at the console. `notes` come first: the order of a faulty plan is not to be followed. */
export function rolloutMarkdown(title: string, rollout: Rollout, notes: readonly ComparisonNote[] = []): string {
    const { steps, failure } = rollout;
    const left = failure && failure.changes.length > 0 ? ['### Changes without an order', listMarkdown(failure.changes.map(({ sentence }) => sentence))] : [];
    return [`## Rollout of ${markdownText(title)}`, ...notesMarkdown(notes), ...rolloutSummary(rollout).map(markdownMessage), ...steps.map(stepMarkdown), ...left].join('\n\n');
}

function stepMarkdown(step: Step): string {
    const details = stepDetails(step).map(({ label, text }) => `  - ${label === 'Done when' || label === 'Prepare' ? '[ ] ' : ''}*${label}:* ${markdownMessage(text)}`);
    return [`- [ ] **${step.number}. ${markdownText(step.title)}**`, ...sitesMarkdown(step), ...details].join('\n');
}

/** A box for each site, since the sites of a step are seldom done at once. */
const sitesMarkdown = ({ sites }: Step): readonly string[] => sites.length < 2 ? [] : [`  - *Sites:* ${sites.map(site => `☐ ${markdownText(site)}`).join('  ')}`];
