import { number } from '@sup/model';
import { ImportError } from '../import-error.js';
import { importLimits } from '../import-limits.js';
import type { PropertyValue } from '../inventory.js';

/** A section of a site control file, with its own lines: those of sections inside it belong to these. */
export interface Section {
    readonly name: string;
    readonly depth: number;
    /** The texts of lines that have a meaning only by their order. */
    readonly texts: string[];
    readonly properties: Map<string, PropertyValue>;
    resource: string;
    role: string;
}

/** The complete sections of a file, and the last line if the file is cut off. */
export interface Sections {
    readonly sections: readonly Section[];
    readonly cut: { readonly line: number; readonly isInSection: boolean } | undefined;
}

/** Divides a site control file into its sections. Lines of unknown forms are passed over: no complete description of the format exists. */
export function sectionsOf(name: string, text: string): Sections {
    const sections: Section[] = [];
    const open: Section[] = [];
    let count = 0;
    let values = 0;
    let line = 0;
    for (const written of linesOf(text)) {
        line++;
        const trimmed = written.trim();
        const [, begins] = /^BEGIN_([A-Z0-9_]{1,100})$/.exec(trimmed) ?? [];
        const [, ends] = /^END_([A-Z0-9_]{1,100})$/.exec(trimmed) ?? [];
        if (begins !== undefined) {
            if (open.length >= importLimits.depth || ++count > importLimits.records) {
                throw new ImportError(`${name} has more than ${open.length >= importLimits.depth ? `${importLimits.depth} nested sections` : `${number(importLimits.records)} sections`}, which is the limit`);
            }
            open.push({ name: begins, depth: open.length, texts: [], properties: new Map(), resource: '', role: '' });
        } else if (ends !== undefined) {
            const at = open.findLastIndex(section => section.name === ends);
            if (at >= 0) {
                sections.push(...open.splice(at).slice(0, 1)); // sections without an end inside it are incomplete
            }
        } else if (open.length > 0) {
            values += readLine(trimmed, open.at(-1)!);
            if (values > importLimits.values) {
                throw new ImportError(`${name} has more than ${number(importLimits.values)} values, which is the limit`);
            }
        }
    }
    const isTorn = !/[\r\n\u001a]\s*$|>$|END_[A-Z0-9_]+$/.test(text.slice(-200));
    return { sections, cut: open.length > 0 || isTorn ? { line, isInSection: open.length > 0 } : undefined };
}

function* linesOf(text: string): Generator<string> {
    let start = 0;
    while (start < text.length) {
        const end = text.indexOf('\n', start);
        yield text.slice(start, end < 0 ? text.length : end);
        start = end < 0 ? text.length : end + 1;
    }
}

/** The number of properties of a section that are kept. The product writes fewer than a hundred. */
const maxProperties = 1_000;

/** The name and the values of a property. */
const valuesOfProperty = 4;

/** Reads a line of a section. Returns the number of values that are kept of it. */
function readLine(line: string, section: Section): number {
    const [, word, rest] = /^([A-Z_]*)\s*<(.*)>$/.exec(line) ?? [];
    if (word === 'PROPERTY') {
        const property = section.properties.size < maxProperties ? propertyIn(rest!) : undefined;
        if (property) {
            section.properties.set(property.name, property);
            return valuesOfProperty;
        }
    } else if (word === 'RESOURCE') {
        section.resource = rest!.slice(rest!.indexOf('><') + 2);
    } else if (word === 'ROLE') {
        section.role = rest!;
    } else if (word === '' && section.texts.length < maxProperties) {
        section.texts.push(rest!);
        return 1;
    }
    return 0;
}

/** `name><value 1><value 2><value`, read from the right: names and values may contain angle brackets. */
function propertyIn(text: string): PropertyValue & { readonly name: string } | undefined {
    const third = text.lastIndexOf('><');
    const second = text.lastIndexOf('><', third - 1);
    const first = text.lastIndexOf('><', second - 1);
    return third > 0 && second > 0 && first > 0 ? { name: text.slice(0, first), value1: text.slice(first + 2, second), value2: text.slice(second + 2, third), value: text.slice(third + 2) } : undefined;
}
