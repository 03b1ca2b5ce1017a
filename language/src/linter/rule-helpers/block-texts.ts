import { anyOf } from '@sup/model';

/** Where a misplaced property or statement is: `in an assume block`. */
export function placeText(place: string): string {
    return place === 'file' ? 'at the top level of a file' : `in ${articleOf(place)} ${place} block`;
}

/** Where it can be moved: ``to a `server` or `cluster` block``. */
export function targetText(blocks: readonly string[]): string {
    const named = blocks.filter(block => block !== 'file');
    const [first] = named;
    const isForFile = named.length < blocks.length;
    return [
        ...isForFile ? ['to the top level of a file'] : [],
        ...first === undefined ? [] : [`to ${articleOf(first)} ${anyOf(named.map(block => `\`${block}\``), named.length)} block`]
    ].join(' or ');
}

const articleOf = (block: string): string => /^[aeiou]/.test(block) ? 'an' : 'a';
