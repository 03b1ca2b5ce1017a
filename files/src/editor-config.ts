import { dirname, join, relative, sep } from 'node:path';
import type { ConfiguredLayout } from '@sup/language';
import type { URI } from 'langium';
import { innermostFolder } from './contained-path.js';
import { type EditorConfigText, parseEditorConfig } from './editor-config-text.js';
import { decode, readSmallFile } from './regular-file.js';

const maxBytes = 64 * 1024;

const lineBreaks: Readonly<Record<string, string>> = { lf: '\n', crlf: '\r\n', cr: '\r' };

/** Reads the `.editorconfig` files in the folder of a plan and above, up to the root that contains it, as editors do. Each file is read once. */
export class EditorConfigs {
    private readonly texts = new Map<string, EditorConfigText | undefined>();

    constructor(private readonly roots: () => readonly string[]) {}

    layoutFor(uri: URI): ConfiguredLayout {
        const properties = uri.scheme === 'file' ? this.propertiesOf(uri.fsPath) : new Map<string, string>();
        const size = properties.get('indent_size');
        const width = numberOf(size === 'tab' ? undefined : size) ?? numberOf(properties.get('tab_width'));
        const style = properties.get('indent_style');
        const longest = properties.get('max_line_length');
        return {
            insertSpaces: style === 'space' ? true : style === 'tab' ? false : undefined,
            tabSize: width,
            maxLineLength: longest === 'off' ? Infinity : numberOf(longest),
            lineBreak: lineBreaks[properties.get('end_of_line') ?? '']
        };
    }

    /** The properties of the files above come first, so that those of nearer ones and of later sections replace them. */
    private propertiesOf(path: string): ReadonlyMap<string, string> {
        const root = innermostFolder(dirname(path), this.roots());
        const found: [string, EditorConfigText][] = [];
        for (let folder = dirname(path); root !== undefined; folder = dirname(folder)) {
            const text = this.textIn(folder);
            found.unshift(...text ? [[folder, text] as [string, EditorConfigText]] : []);
            if (text?.isRoot === true || folder === root || folder === dirname(folder)) {
                break;
            }
        }
        return new Map(found.flatMap(([folder, { sections }]) => {
            const inFolder = relative(folder, path).split(sep).join('/');
            return sections.filter(section => section.matches(inFolder)).flatMap(({ properties }) => [...properties]);
        }));
    }

    private textIn(folder: string): EditorConfigText | undefined {
        if (!this.texts.has(folder)) {
            this.texts.set(folder, this.read(join(folder, '.editorconfig')));
        }
        return this.texts.get(folder);
    }

    /** Undefined if the file does not exist or cannot be read: then the layout is the default. */
    private read(path: string): EditorConfigText | undefined {
        try {
            return parseEditorConfig(decode(readSmallFile(path, this.roots(), maxBytes)));
        } catch {
            return undefined;
        }
    }
}

function numberOf(value: string | undefined): number | undefined {
    return value !== undefined && /^[1-9][0-9]{0,4}$/.test(value) ? Number(value) : undefined;
}
