import type { Location } from 'vscode-languageserver-types';
import { rulePage } from '../diagnostics.js';
import type { Explanation, Step } from './explanation.js';

/** A part of a line. The command line and the editor show styles and links in their own ways. */
export interface TextPart {
    readonly text: string;
    readonly style?: 'heading' | 'severity' | 'detail';
    /** A place in a plan, or the path of a document of this project. */
    readonly link?: Location | string;
}

export type TextLine = readonly TextPart[];

/** The text of an explanation. `placeText`: the form of a place, such as `plan.sup:12:3`. */
export function explanationLines(explanation: Explanation, placeText: (location: Location) => string): readonly TextLine[] {
    const { rule, message, severity, location, steps, fixes, sources } = explanation;
    const section = (title: string, lines: readonly TextLine[]): readonly TextLine[] => lines.length === 0 ? [] : [[], [{ text: title, style: 'heading' }], ...lines];
    return [
        [{ text: message.what, style: 'heading' }],
        [{ text: severity, style: 'severity' }, { text: levelText(explanation), style: 'detail' }, { text: '  ' }, { text: rule, link: rulePage(rule) }, { text: '  ' }, { text: placeText(location), link: location }],
        ...section('How this follows', steps.flatMap((step, i) => stepLines(step, i + 1, placeText))),
        ...section('Why it matters', [[{ text: `  ${message.why}` }]]),
        ...section('What to do', [[{ text: `  ${message.todo}` }]]),
        ...section('Quick fixes', fixes.map(title => [{ text: `  - ${title}` }])),
        ...section('Sources', sources.map(title => [{ text: `  - ${title}` }]))
    ];
}

function levelText({ severityByDefault, severityReason }: Explanation): string {
    const texts = [severityByDefault === undefined ? '' : `by default ${severityByDefault}`, severityReason ?? ''].filter(text => text !== '');
    return texts.length === 0 ? '' : ` (${texts.join('; ').replace(/\.$/, '')})`;
}

function stepLines({ text, location, quote, source }: Step, number: number, placeText: (location: Location) => string): readonly TextLine[] {
    const indent = ' '.repeat(5);
    return [
        [{ text: `${`${number}.`.padStart(4)} ${text}` }],
        ...location ? [[{ text: indent }, { text: placeText(location), link: location }, { text: `  ${quote ?? ''}`, style: 'detail' } as const]] : [],
        ...source === undefined || source === '' ? [] : [[{ text: `${indent}Source: ${source}`, style: 'detail' } as const]]
    ];
}
