import { type ClientGroup, microsoftUpdate, type Server, type Site } from '@sup/model';
import type { Fix } from '../define-rule.js';
import { writtenName } from '../../syntax/tree/names.js';
import { setProperty, unsetProperty } from './edit.js';

/** An element whose `cannot reach` lists servers, clusters or Microsoft Update. */
export type Reaching = Site | Server | ClientGroup;

/** The name of an end as a plan writes it. */
export const endText = (end: string): string => end === microsoftUpdate ? end : writtenName(end);

/** Removes ends from `cannot reach`. */
export function letReach(of: Reaching, removed: readonly string[]): Fix {
    const others = (of.cannotReach ?? []).filter(end => !removed.includes(end));
    return others.length === 0
        ? { title: 'Remove `cannot reach`', edits: [unsetProperty(of, 'cannot reach')] }
        : { title: `Remove ${removed.join(', ')} from \`cannot reach\``, edits: [setProperty(of, 'cannot reach', others.map(endText).join(', '))] };
}
