/** A section of an `.editorconfig`: a pattern for paths, and its properties in lower case. */
export interface EditorConfigSection {
    matches(path: string): boolean;
    readonly properties: ReadonlyMap<string, string>;
}

export interface EditorConfigText {
    /** Whether files in folders above have no effect. */
    readonly isRoot: boolean;
    readonly sections: readonly EditorConfigSection[];
}

/** Reads the text of an `.editorconfig`. Lines that are not in its format are ignored, as every editor does. */
export function parseEditorConfig(text: string): EditorConfigText {
    const sections: (EditorConfigSection & { properties: Map<string, string> })[] = [];
    let isRoot = false;
    for (const line of text.split(/\r\n|\n|\r/).map(each => each.trim())) {
        const heading = /^\[(.+)\]$/.exec(line);
        const property = /^([^#;=:][^=:]*?)\s*[=:]\s*(.*)$/.exec(line);
        if (heading) {
            sections.push({ matches: patternMatcher(heading[1]!), properties: new Map() });
        } else if (property) {
            const [key, value] = [property[1]!.toLowerCase(), property[2]!.replace(/\s[#;].*$/, '').trim().toLowerCase()];
            isRoot ||= sections.length === 0 && key === 'root' && value === 'true';
            sections.at(-1)?.properties.set(key, value);
        }
    }
    return { isRoot, sections };
}

/** Longer patterns, and more alternatives, are not in use, and could take long to match. */
const maxLength = 500;
const maxAlternatives = 100;

/** A function that matches paths, relative to the folder of the file, with a pattern. A pattern without a slash matches in every folder. */
function patternMatcher(pattern: string): (path: string) => boolean {
    if (pattern.length > maxLength) {
        return () => false;
    }
    const slash = pattern.indexOf('/');
    const patterns = alternativesOf(slash < 0 ? `**/${pattern}` : pattern.slice(slash === 0 ? 1 : 0)).map(toRegExp);
    return path => patterns.some(each => each.test(path));
}

/** Expands `{a,b}` and `{1..3}`, the innermost braces first. */
function alternativesOf(pattern: string): readonly string[] {
    let patterns = [pattern];
    while (patterns.length <= maxAlternatives) {
        const next = patterns.flatMap(each => {
            const braces = /\{([^{}]*)\}/.exec(each);
            const inner = braces && expansionOf(braces[1]!);
            return inner ? inner.map(text => each.slice(0, braces.index) + text + each.slice(braces.index + braces[0].length)) : [each];
        });
        if (next.length === patterns.length && next.every((each, i) => each === patterns[i])) {
            return patterns;
        }
        patterns = next;
    }
    return [];
}

/** Undefined for braces without alternatives, which stand for themselves. */
function expansionOf(inner: string): readonly string[] | undefined {
    const range = /^(-?[0-9]{1,6})\.\.(-?[0-9]{1,6})$/.exec(inner);
    if (range) {
        const [from, to] = [Number(range[1]), Number(range[2])].sort((a, b) => a - b) as [number, number];
        return to - from < maxAlternatives ? Array.from({ length: to - from + 1 }, (_, i) => String(from + i)) : [];
    }
    return inner.includes(',') ? inner.split(',') : undefined;
}

function toRegExp(pattern: string): RegExp {
    const source = pattern.replace(/\*\*\/|\*\*|\*|\?|\[!?[^\]/]*\]|[\s\S]/g, part => {
        switch (part) {
            case '**/': return '(?:.*/)?';
            case '**': return '.*';
            case '*': return '[^/]*';
            case '?': return '[^/]';
            default: return part.length > 1 ? `[${part.startsWith('[!') ? '^' : ''}${part.slice(part.startsWith('[!') ? 2 : 1, -1).replace(/[\\^[\]]/g, '\\$&')}]` : part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
        }
    });
    try {
        return new RegExp(`^${source}$`, 'u');
    } catch {
        return /(?!)/; // such as a range of characters that is reversed
    }
}
