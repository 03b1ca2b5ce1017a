/** A snippet after an editor has inserted it: the text with the default of each placeholder, and the offset of the first tab stop that has none. */
export interface ExpandedSnippet {
    readonly text: string;
    readonly cursor: number;
}

/** Expands a snippet as LSP describes it, with the first option of each choice. */
export function expandSnippet(snippet: string): ExpandedSnippet {
    const values = new Map<string, string>();
    let cursor: number | undefined;
    let text = '';
    let rest = snippet;
    const take = (pattern: RegExp): RegExpExecArray | undefined => {
        const match = pattern.exec(rest) ?? undefined;
        rest = match ? rest.slice(match[0].length) : rest;
        return match;
    };
    const read = (isEnd: () => boolean): void => {
        while (rest !== '' && !isEnd()) {
            const stop = take(/^\$(?:(\d+)|\{(\d+)\})/);
            const choice = stop ? undefined : take(/^\$\{(\d+)\|((?:\\.|[^|\\])*)\|\}/);
            const open = stop || choice ? undefined : take(/^\$\{(\d+):/);
            if (stop) {
                const known = values.get(stop[1] ?? stop[2]!);
                cursor ??= known === undefined ? text.length : undefined;
                text += known ?? '';
            } else if (choice) {
                const first = choice[2]!.split(/(?<!\\),/)[0]!.replace(/\\(.)/g, '$1');
                values.set(choice[1]!, first);
                text += first;
            } else if (open) {
                const start = text.length;
                read(() => rest.startsWith('}'));
                take(/^\}/);
                values.set(open[1]!, text.slice(start));
            } else {
                text += take(/^\\?([\s\S])/)![1]!;
            }
        }
    };
    read(() => false);
    return { text, cursor: cursor ?? text.length };
}
