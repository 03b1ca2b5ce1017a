import type { Diagnostic } from 'vscode-languageserver-types';
import type { Files } from './workspace.js';

/**
 * A finding that an example expects: `// ^^^^ rule-id` under the marked text. `//|^^^^ rule-id` marks text at the very start of a line,
 * which the comment signs would cover.
 */
export interface Marker {
    readonly file: string;
    readonly line: number;
    readonly from: number;
    readonly to: number;
    readonly rule: string;
}

const markerLine = /^(\s*\/\/\s*)(\^+)\s+([a-z0-9-]+)/;
const markerAtStart = /^()\/\/\|(\^+)\s+([a-z0-9-]+)/;
const fileLine = /^\/\/ file: (\S+)\s*$/;

/** Splits an example into its files and removes the markers. */
export function readExample(text: string): { files: Files; markers: readonly Marker[] } {
    const files: Record<string, string[]> = {};
    const markers: Marker[] = [];
    let file = 'plan.sup';
    for (const line of text.replace(/\n$/, '').split('\n')) {
        const name = fileLine.exec(line)?.[1];
        const marker = markerLine.exec(line) ?? markerAtStart.exec(line);
        if (name) {
            file = name;
        } else if (marker) {
            const from = marker[1]!.length;
            markers.push({ file, line: files[file]!.length - 1, from, to: from + marker[2]!.length, rule: marker[3]! });
        } else {
            (files[file] ??= []).push(line);
        }
    }
    return { files: Object.fromEntries(Object.entries(files).map(([name, lines]) => [name, `${lines.join('\n')}\n`])), markers };
}

/** One line per finding, to compare sets of findings. A marker covers the part of a range on its first line. */
export function describeMarker(marker: Marker): string {
    return `${marker.file}:${marker.line + 1} [${marker.from}-${marker.to}] ${marker.rule}`;
}

export function describeDiagnostic(file: string, diagnostic: Diagnostic, text: string): string {
    const { start, end } = diagnostic.range;
    const lineLength = text.split('\n')[start.line]?.length ?? 0;
    return `${file}:${start.line + 1} [${start.character}-${end.line === start.line ? end.character : lineLength}] ${String(diagnostic.code)}`;
}
