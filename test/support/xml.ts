import { createRequire } from 'node:module';

export interface XmlElement {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly children: XmlElement[];
    text: string;
}

interface SaxParser {
    onopentag: (tag: { name: string; attributes: Record<string, string> }) => void;
    onclosetag: () => void;
    ontext: (text: string) => void;
    onerror: (error: Error) => void;
    write(text: string): SaxParser;
    close(): void;
}

/** Parses an XML document strictly; throws if it is not well-formed. */
export function parseXml(text: string): XmlElement {
    const { parser: createParser } = createRequire(import.meta.url)('sax') as { parser(strict: boolean): SaxParser };
    const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
    const open = [root];
    const parser = createParser(true);
    parser.onopentag = ({ name, attributes }) => {
        const element: XmlElement = { name, attributes, children: [], text: '' };
        open.at(-1)!.children.push(element);
        open.push(element);
    };
    parser.onclosetag = () => open.pop();
    parser.ontext = part => { open.at(-1)!.text += part; };
    parser.onerror = error => { throw error; };
    parser.write(text).close();
    return root.children[0]!;
}

/** An element and all its descendants in document order. */
export function all(element: XmlElement): XmlElement[] {
    return [element, ...element.children.flatMap(all)];
}
