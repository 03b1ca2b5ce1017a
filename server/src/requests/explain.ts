import { URI } from 'langium';
import type { Connection, Location } from 'vscode-languageserver';
import { explanationAt, explanationLines, type SupServices, type TextLine } from '@sup/language';
import { ExplainRequest, type ExplanationLink, type ExplanationText } from '@sup/protocol/server';
import { isRange } from '../parameters/shapes.js';
import { answer, hasDocument } from './answer.js';

/** Handles `sup/explain` with the chain of facts that led to a finding. `ready` resolves when all open documents are parsed. */
export function handleExplain(connection: Connection, services: SupServices, ready: () => Promise<void>): void {
    answer(connection, ExplainRequest, {
        expected: 'a document, a rule and a range',
        isValid: params => hasDocument(params) && typeof params.rule === 'string' && isRange(params.range)
    }, async ({ textDocument, rule, range }) => {
        await ready();
        const document = services.shared.workspace.LangiumDocuments.getDocument(URI.parse(textDocument.uri));
        const explanation = document && explanationAt(services, document, rule, range);
        return explanation ? withLinks(explanationLines(explanation, { placeText, width: maxWidth })) : null;
    });
}

/** Characters that fit beside the plan without scrolling. */
const maxWidth = 80;

/** The file name is enough: the link leads to the file. */
function placeText({ uri, range: { start } }: Location): string {
    return `${decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))}:${start.line + 1}:${start.character + 1}`;
}

function withLinks(lines: readonly TextLine[]): ExplanationText {
    const links: ExplanationLink[] = [];
    const texts = lines.map((parts, line) => {
        let text = '';
        for (const part of parts) {
            if (part.link !== undefined) {
                links.push({ range: { start: { line, character: text.length }, end: { line, character: text.length + part.text.length } }, target: part.link });
            }
            text += part.text;
        }
        return text.trimEnd();
    });
    return { text: `${texts.join('\n')}\n`, links };
}
