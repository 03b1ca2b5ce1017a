import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const headings = ['Findings', 'Why it matters', 'Incorrect', 'Correct', 'Quick fix', 'When to turn it off'] as const;
export type Heading = typeof headings[number];

/** A fenced example with the bold title before it. Under *Quick fix* the title is that of the fix. */
export interface Example {
    readonly title: string | undefined;
    readonly text: string;
}

export interface RulePage {
    readonly text: string;
    readonly headings: readonly string[];
    examples(heading: Heading): readonly Example[];
}

export function rulePagePath(id: string): string {
    return fileURLToPath(new URL(`../../docs/rules/${id}.md`, import.meta.url));
}

/** Reads `docs/rules/<id>.md`; a missing page has no examples, and the rule consistency test reports it. */
export function readRulePage(id: string): RulePage {
    const text = existsSync(rulePagePath(id)) ? readFileSync(rulePagePath(id), 'utf8') : '';
    const sections = text.split(/^## /m).slice(1).map(section => ({ heading: section.split('\n', 1)[0]!, body: section.slice(section.indexOf('\n') + 1) }));
    return {
        text,
        headings: sections.map(section => section.heading),
        examples: heading => examplesIn(sections.find(section => section.heading === heading)?.body ?? '')
    };
}

function examplesIn(body: string): Example[] {
    const found: Example[] = [];
    let title: string | undefined;
    for (const match of body.matchAll(/^\*\*(.+)\*\*\s*$|^```sup\n([\s\S]*?)^```$/gm)) {
        if (match[1] !== undefined) {
            title = match[1];
        } else {
            found.push({ title, text: match[2]! });
            title = undefined;
        }
    }
    return found;
}
