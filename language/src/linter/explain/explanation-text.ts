import type { Location } from 'vscode-languageserver-types';
import { rulePage } from '../diagnostics.js';
import type { Acceptance, Explanation, Step } from './explanation.js';

/** A part of a line. The command line and the editor show styles and links in their own ways. */
export interface TextPart {
    readonly text: string;
    readonly style?: 'heading' | 'severity' | 'detail';
    /** A place in a plan, or the path of a document of this project. */
    readonly link?: Location | string;
}

export type TextLine = readonly TextPart[];

export interface TextOptions {
    /** The form of a place, such as `plan.sup:12:3`. */
    placeText(location: Location): string;
    /** The length at which sentences are broken into lines. */
    readonly width?: number;
}

/** The text of an explanation. */
export function explanationLines(explanation: Explanation, { placeText, width = Infinity }: TextOptions): readonly TextLine[] {
    const { rule, message, severity, location, accepted, steps, fixes, sources } = explanation;
    const section = (title: string, lines: readonly TextLine[]): readonly TextLine[] => lines.length === 0 ? [] : [[], [{ text: title, style: 'heading' }], ...lines];
    return [
        ...wrapped('', message.what, width).map(text => [{ text, style: 'heading' } as const]),
        [{ text: severity, style: 'severity' }, { text: levelText(explanation), style: 'detail' }, { text: '  ' }, { text: rule, link: rulePage(rule) }, { text: '  ' }, { text: placeText(location), link: location }],
        ...accepted ? [acceptanceLine(accepted, placeText)] : [],
        ...section('How this follows', steps.flatMap((step, i) => stepLines(step, i + 1, { placeText, width }))),
        ...section('Why it matters', wrapped('  ', message.why, width).map(text => [{ text }])),
        ...section('What to do', wrapped('  ', message.todo, width).map(text => [{ text }])),
        ...section('Quick fixes', fixes.map(title => [{ text: `  - ${title}` }])),
        ...section('Sources', sources.map(title => [{ text: `  - ${title}` }]))
    ];
}

function acceptanceLine({ reason, until, location }: Acceptance, placeText: TextOptions['placeText']): TextLine {
    return [{ text: `accepted${until === undefined ? '' : ` until ${until}`}`, style: 'severity' }, { text: ` because "${reason}"`, style: 'detail' }, { text: '  ' }, { text: placeText(location), link: location }];
}

function levelText({ severityByDefault, severityReason }: Explanation): string {
    const texts = [severityByDefault === undefined ? '' : `by default ${severityByDefault}`, severityReason ?? ''].filter(text => text !== '');
    return texts.length === 0 ? '' : ` (${texts.join('; ').replace(/\.$/, '')})`;
}

function stepLines({ text, location, quote, source }: Step, number: number, { placeText, width = Infinity }: TextOptions): readonly TextLine[] {
    const indent = ' '.repeat(5);
    return [
        ...wrapped(indent, text, width).map((line, i) => [{ text: i === 0 ? `${`${number}.`.padStart(4)} ${line.trimStart()}` : line }]),
        ...location ? [[{ text: indent }, { text: placeText(location), link: location }, { text: `  ${quote ?? ''}`, style: 'detail' } as const]] : [],
        ...source === undefined || source === '' ? [] : [[{ text: `${indent}Source: ${source}`, style: 'detail' } as const]]
    ];
}

/** Breaks a text into lines between words, each with the same indentation. */
function wrapped(indent: string, text: string, width: number): readonly string[] {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
        const last = lines.at(-1);
        if (last !== undefined && last.length + word.length < width) {
            lines[lines.length - 1] = `${last} ${word}`;
        } else {
            lines.push(indent + word);
        }
    }
    return lines;
}
