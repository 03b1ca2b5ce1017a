import { visible } from '@sup/model';
import { writtenName } from '@sup/language';
import type { Draft, DraftBlock, DraftMember, DraftSite } from '../interpret/draft.js';

/** The column of comments after a statement, unless the statement is longer. */
const noteColumn = 44;

/** The mark of the comments that belong to the importer. All others belong to people. */
const mark = '// import:';

/** The text of a plan, or of the part of it with some of its sites. Only lists that are too long for a line are not laid out as the formatter does. */
export function textOf({ hierarchy, comments }: Pick<Draft, 'hierarchy' | 'comments'>, sites: readonly DraftSite[], withSilent = false): string {
    const intro = comments.length === 0 ? [] : ['', ...comments.map(commentText)];
    return `${[`hierarchy ${writtenName(hierarchy)}`, ...intro, ...sites.flatMap(({ block }) => ['', ...linesOf(withSilent ? block : withoutSilent(block), '', true)])].join('\n')}\n`;
}

/** A block without the statements that only a comparison reads. */
function withoutSilent(block: DraftBlock): DraftBlock {
    return { ...block, members: block.members.filter(member => member.kind === 'comment' || !member.isSilent).map(member => member.kind === 'block' ? withoutSilent(member) : member) };
}

function linesOf(member: DraftMember, indent: string, isSite = false): readonly string[] {
    switch (member.kind) {
        case 'comment': return [indent + commentText(member.text)];
        case 'line': return [withNote(indent + member.text, member.note)];
        case 'block': {
            const { head, members, note, isOneLine = false } = member;
            if (members.length === 0) {
                return [withNote(indent + head, note)];
            }
            if (isOneLine) {
                return [withNote(`${indent}${head} { ${members.flatMap(each => linesOf(each, '')).join('  ')} }`, note)];
            }
            const lines = members.flatMap((each, i) => [...isSite && i > 0 && isApart(each, members[i - 1]!) ? [''] : [], ...linesOf(each, `${indent}  `)]);
            return [withNote(`${indent}${head} {`, note), ...lines, `${indent}}`];
        }
    }
}

/** Whether a blank line separates two members of a site: before each block, and before a comment after one. */
function isApart(member: DraftMember, previous: DraftMember): boolean {
    return member.kind === 'block' || (member.kind === 'comment' && previous.kind === 'block');
}

function withNote(text: string, note: string | undefined): string {
    return note === undefined ? text : `${text.padEnd(noteColumn - 2)}  ${commentText(note)}`;
}

/** A comment on one line, in which no character hides or reorders text. */
function commentText(text: string): string {
    return `${mark} ${visible(text)}`;
}
