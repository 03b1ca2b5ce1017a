import { withoutLogCommands } from './log-commands.js';
import { visible } from './visible.js';

const entities = { hash: '&#35;', colon: '&#58;' };

/**
 * An XML or HTML document that can be parsed and printed safely: shows characters that XML cannot contain, or that change how a terminal or
 * an editor displays a text, by their codes, and escapes the commands of pipelines. Keeps line ends. Markup must be escaped already.
 */
export function visibleMarkup(document: string): string {
    return withoutLogCommands(document.split('\n').map(visible).join('\n').replace(/[\ufffe\uffff]/g, '\ufffd'), entities);
}
