import { visible } from '@sup/model';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&apos;' };

/** Escapes a text for the content or an attribute of an XML document. */
export function xmlText(text: string): string {
    return visibleLines(text).replace(/[&<>"']/g, character => entities[character]!);
}

/** Shows characters that XML cannot contain, or that change how a terminal or an editor displays a text, by their codes. Keeps line ends. */
export function visibleLines(text: string): string {
    return text.split('\n').map(visible).join('\n').replace(/[\ufffe\uffff]/g, '\ufffd');
}
