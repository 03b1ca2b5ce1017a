import type { LangiumDocument } from 'langium';
import type { TextEdit } from 'vscode-languageserver-types';
import { indentUnitOf, lineBreakOf } from '../../syntax/layout.js';
import { type NewScenario, scenarioLines } from './scenario-text.js';

/** The edit that appends a scenario to a document, after an empty line. */
export function appendScenario({ textDocument }: LangiumDocument, scenario: NewScenario): TextEdit {
    const text = textDocument.getText();
    const lineBreak = lineBreakOf(text);
    const end = text.trimEnd().length;
    const range = { start: textDocument.positionAt(end), end: textDocument.positionAt(text.length) };
    const space = end === 0 ? '' : lineBreak + lineBreak;
    return { range, newText: space + scenarioLines(scenario, indentUnitOf(text)).join(lineBreak) + lineBreak };
}

/** A title that no scenario has yet: the wanted one, or the wanted one with a number after it. */
export function freeTitle(wanted: string, taken: ReadonlySet<string>): string {
    for (let number = 1; ; number++) {
        const title = number === 1 ? wanted : `${wanted} (${number})`;
        if (!taken.has(title)) {
            return title;
        }
    }
}
