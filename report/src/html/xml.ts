import { visible } from '@sup/model';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&apos;' };

/** A text as content or attribute of an XML document: what XML cannot hold, or a terminal would obey, is shown by its code. */
export function xmlText(text: string): string {
    return text.split('\n').map(visible).join('\n').replace(/[\ufffe\uffff]/g, '\ufffd').replace(/[&<>"']/g, character => escapes[character]!);
}
