import { categories, type Rule, severityByDefault } from '@sup/language';
import type { Paint } from '../paint.js';

const fixes = { none: 'none', quickfix: 'one, also applied by Fix all', suggestion: 'to choose from' } as const;

/** The page of a rule as text. Without the page, only the facts that the rule itself states. */
export function ruleText(rule: Rule, page: string | undefined, paint: Paint): string {
    const { id, category, summary, sources, fixable, since } = rule;
    const head = [
        paint('bold', id),
        summary,
        '',
        `Level: ${severityByDefault(rule)}. Category: ${category} (${categories[category].summary}). Quick fix: ${fixes[fixable]}. Since ${since}.`
    ];
    const body = page === undefined ? [] : ['', ...linesOf(page, paint)];
    return `${[...head, ...body, '', paint('bold', 'Sources'), ...sources.map(source => `- ${source}`)].join('\n')}\n`;
}

/** The sections of a page: headings in bold, examples indented, no generated table, and no marks of generated parts. */
function linesOf(page: string, paint: Paint): readonly string[] {
    const sections = page.slice(Math.max(0, page.indexOf('\n## '))).replaceAll(/\n<!--.*-->\n/g, '');
    let isExample = false;
    return sections.trim().split('\n').flatMap(line => {
        if (line.startsWith('```')) {
            isExample = !isExample;
            return [];
        }
        return [isExample ? `    ${line}`.trimEnd() : line.startsWith('## ') ? paint('bold', line.slice(3)) : line.replace(/^\*\*(.+)\*\*$/, (_, title: string) => paint('bold', title))];
    });
}
