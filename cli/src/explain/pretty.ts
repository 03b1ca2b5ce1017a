import { type URI, URI as Uri } from 'langium';
import type { Location } from 'vscode-languageserver-types';
import { type Explanation, explanationLines, type Severity, type TextPart } from '@sup/language';
import { severityStyles } from '../check/pretty.js';
import { withoutLogCommands } from '@sup/model';
import type { Paint } from '../paint.js';
import { visible } from '../visible.js';

/** Explanations for people. */
export function pretty(explanations: readonly Explanation[], pathOf: (uri: URI) => string, paint: Paint): string {
    const placeText = ({ uri, range: { start } }: Location): string => `${pathOf(Uri.parse(uri))}:${start.line + 1}:${start.character + 1}`;
    const blocks = explanations.map(explanation => {
        const lines = explanationLines(explanation, { placeText }).map(parts => parts.map(part => styled(part, explanation.severity, paint)).join('').trimEnd());
        return `${[...lines, '', `\`sup explain ${explanation.rule}\` shows the page of the rule.`].join('\n')}\n`;
    });
    return withoutLogCommands(blocks.join('\n\n'));
}

function styled({ text, style, link }: TextPart, severity: Severity, paint: Paint): string {
    const shown = visible(text);
    switch (style) {
        case 'heading': return paint('bold', shown);
        case 'severity': return paint(severityStyles[severity], shown);
        case 'detail': return paint('dim', shown);
        case undefined: return link === undefined ? shown : paint('underline', shown);
    }
}
