import { visibleMarkup } from '@sup/model';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&apos;' };

/** Escapes a text for the content or an attribute of an XML document. */
export function xmlText(text: string): string {
    return visibleMarkup(text.replace(/[&<>"']/g, character => entities[character]!));
}
