import { AstUtils, GrammarUtils } from 'langium';
import { isRestOfLaterKey, type LaterWord, laterWordIn, restOfLaterKey } from '../../../syntax/catalogue/later-releases.js';
import * as ast from '../../../syntax/generated/ast.js';
import { keyOf } from '../../../syntax/tree/blocks.js';
import { inCode } from '../../../syntax/tree/characters.js';
import { type Edit, removeStatement, replaceText, setHead, setProperty } from '../../edits/edit.js';
import { removeText } from '../../edits/fix-text.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { isBesideUnreadable } from '../../../analysis/unreadable.js';
import type { Place } from '../../../syntax/place.js';

export default defineRule({
    id: 'feature-not-in-2007',
    since: '0.1.0',
    summary: 'Every setting is one of Configuration Manager 2007, not of a later release.',
    category: 'language',
    reach: 'segment',
    sources: [
        'Plan for Software Updates (later releases)', 'Software Updates Maintenance (later releases)', 'Enable Third-Party Software Updates (later releases)',
        'Boundary Groups and Software Update Points (later releases)'
    ],
    messages: {
        later: ({ words, since, instead, effect }: { words: string; since: string; instead: string; effect: string }) => ({
            what: `${inCode(words)} belongs to a later release of Configuration Manager (${since}).`,
            why: `In Configuration Manager 2007, ${instead}. ${effect}`,
            todo: 'Write it as Configuration Manager 2007 has it, or remove it.'
        })
    },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            const later = laterWordIn(statement);
            if (!later || isBesideUnreadable(statement) || (ast.isProperty(statement) && isRestOfLaterKey(statement))) {
                return;
            }
            const { words, since, instead, meant } = later;
            context.report('later', {
                at: placeOf(statement, later),
                args: { words, since, instead, effect: effectOf(statement, later) },
                fixes: () => [...meant === undefined ? [] : [replace(statement, later, meant)], ...remove(statement, words)]
            });
        }
    }
});

function effectOf(statement: ast.Member, { words }: LaterWord): string {
    if (ast.isUnknownStatement(statement)) {
        return statement.body ? 'Neither this line nor the block after it is part of the plan.' : 'This line is not part of the plan.';
    }
    return ast.isProperty(statement) && keyOf(statement) === words ? 'This line is not part of the plan.' : 'The value has no effect.';
}

function placeOf(statement: ast.Member, { words }: LaterWord): Place {
    if (ast.isProperty(statement)) {
        return { of: statement, part: keyOf(statement) === words ? 'key' : 'values' };
    }
    return { of: statement, part: ast.isUnknownStatement(statement) ? 'head' : ast.isWsusServer(statement) ? 'version' : 'state' };
}

function replace(statement: ast.Member, { words }: LaterWord, meant: string): Fix {
    return { title: `Change to \`${meant}\``, edits: [replacement(statement, words, meant)] };
}

function replacement(statement: ast.Member, words: string, meant: string): Edit {
    if (ast.isProperty(statement)) {
        return setProperty(statement, keyOf(statement), meant);
    }
    if (!ast.isUnknownStatement(statement)) {
        return setHead(statement, ast.isWsusServer(statement) ? 'version' : 'state', meant);
    }
    const last = GrammarUtils.findNodeForProperty(statement.$cstNode, 'rest', words.split(' ').length - 2)!;
    return replaceText(AstUtils.getDocument(statement), { offset: statement.$cstNode!.offset, end: last.end }, meant);
}

/** Removes a statement; a WSUS server or a role stays, since only its version or state is of a later release. */
function remove(statement: ast.Member, words: string): readonly Fix[] {
    if (!ast.isProperty(statement) && !ast.isUnknownStatement(statement)) {
        return [];
    }
    const rest = ast.isUnknownStatement(statement) ? restOfLaterKey(statement) : undefined;
    const title = ast.isProperty(statement) ? `Remove ${inCode(keyOf(statement))}` : `Remove ${inCode(words)}`;
    const edit = rest ? removeText(AstUtils.getDocument(statement), { offset: statement.$cstNode!.offset, end: rest.$cstNode!.end }) : removeStatement(statement);
    return [{ title, edits: [edit] }];
}
