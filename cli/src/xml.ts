import { visible } from './visible.js';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&apos;' };

/** A text as content or attribute of an XML document: what XML cannot hold, or a terminal would obey, is shown by its code. */
export function xmlText(text: string): string {
    return text.split('\n').map(visible).join('\n').replace(/[\ufffe\uffff]/g, '\ufffd').replace(/[&<>"']/g, character => escapes[character]!);
}

/** An element with what stands in it, indented by two spaces for each level. Attributes that are undefined are left out. */
export function element(name: string, attributes: Readonly<Record<string, string | number | undefined>>, content: readonly string[] = []): string {
    const head = Object.entries(attributes).flatMap(([key, value]) => value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`]).join('');
    return content.length === 0 ? `<${name}${head}/>` : `<${name}${head}>\n${content.map(each => each.replace(/^(?= *<)/gm, '  ')).join('\n')}\n</${name}>`;
}
