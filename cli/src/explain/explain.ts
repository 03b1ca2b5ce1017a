import { existsSync } from 'node:fs';
import type { Location } from 'vscode-languageserver-types';
import { explain as explainFinding, explainAccepted, type Explanation, nearest, ruleById, rulePage } from '@sup/language';
import type { InstalledPages } from '@sup/files';
import { CommandError } from '../command-error.js';
import { painter } from '../paint.js';
import { type Plans, withPlans } from '../plans.js';
import { type Terminal, usesColor } from '../terminal.js';
import { json, ruleJson } from './json.js';
import { pretty } from './pretty.js';
import { ruleText } from './rule-text.js';

export const formats = ['pretty', 'json'] as const;

export interface ExplainOptions {
    readonly format: typeof formats[number];
    readonly pages: InstalledPages;
}

/** Prints the page of a rule, or how the findings at a place follow from the plan, accepted ones included. Returns the exit code. */
export async function explain([target = '']: readonly string[], options: ExplainOptions, terminal: Terminal): Promise<number> {
    const rule = ruleById.get(target);
    const paint = painter(usesColor(terminal.stdout, terminal.env));
    if (rule) {
        const page = options.pages.read(rulePage(rule.id));
        terminal.stdout.write(options.format === 'json' ? ruleJson(rule, page) : ruleText(rule, page, paint));
        return 0;
    }
    const { path, line, column } = placeIn(target);
    return withPlans([path], terminal, (plans, progress) => {
        const isThere = ({ range: { start, end } }: Location): boolean => {
            const isAfterStart = line === undefined || start.line < line || (start.line === line && (column === undefined || start.character <= column));
            const isBeforeEnd = line === undefined || line < end.line || (line === end.line && (column === undefined || column <= end.character));
            return isAfterStart && isBeforeEnd;
        };
        const explanations = explanationsIn(plans).filter(({ location, accepted }) => isThere(location) || (accepted && isThere(accepted.location)));
        progress.end();
        if (explanations.length === 0) {
            terminal.writeMessage(`${target} has no finding`);
            return 1;
        }
        terminal.stdout.write(options.format === 'json' ? json(explanations, plans.pathOf) : pretty(explanations, plans.pathOf, paint));
        return 0;
    });
}

function explanationsIn({ selected, services: { linter: { rules } } }: Plans): readonly Explanation[] {
    return selected.flatMap(document => {
        const result = rules.check(document);
        return [...result.findings.map(finding => explainFinding(finding, document)), ...explainAccepted(result, document)]
            .sort((a, b) => compare(a.location.range.start, b.location.range.start));
    });
}

function compare(a: { line: number; character: number }, b: { line: number; character: number }): number {
    return a.line - b.line || a.character - b.character;
}

/** Reads `PLAN`, `PLAN:LINE` or `PLAN:LINE:COLUMN`; lines and columns count from 1. */
function placeIn(target: string): { path: string; line?: number; column?: number } {
    if (existsSync(target)) {
        return { path: target };
    }
    const [, path, line, column] = /^(.+?):([1-9][0-9]{0,8})(?::([1-9][0-9]{0,8}))?$/.exec(target) ?? [];
    if (path !== undefined && existsSync(path)) {
        return { path, line: Number(line) - 1, ...column === undefined ? {} : { column: Number(column) - 1 } };
    }
    const [likeliest] = nearest(target, [...ruleById.keys()]);
    throw new CommandError(`${target} is neither a rule nor a place in a plan${likeliest === undefined ? '' : `; did you mean ${likeliest}?`}`);
}
