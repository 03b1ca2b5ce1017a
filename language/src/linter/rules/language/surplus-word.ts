import { AstUtils, GrammarUtils } from 'langium';
import { type Edit, replaceText } from '../../edits/edit.js';
import { removeText } from '../../edits/fix-text.js';
import * as ast from '../../../syntax/generated/ast.js';
import { durationOf } from '../../../syntax/phrases/times.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { nearest } from '../../../syntax/nearest.js';
import { inCode } from '../../../syntax/tree/characters.js';
import { describe } from '../../../syntax/tree/describe.js';
import { spanOfPart } from '../../../analysis/ranges.js';
import { isBesideUnreadable } from '../../../analysis/unreadable.js';
import type { Span } from '../../../syntax/span.js';

export default defineRule({
    id: 'surplus-word',
    since: '0.1.0',
    summary: 'A statement contains no extra words.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        surplus: ({ words, statement, takes }: { words: string; statement: string; takes: string }) => ({
            what: `${inCode(words)} is not read as part of ${statement}.`,
            why: takes,
            todo: 'Put a text of several words in double quotes, or remove the extra words.'
        })
    },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            const span = ast.isHead(statement) && statement.surplus.length > 0 ? spanOfPart(statement, 'surplus') : undefined;
            if (!ast.isHead(statement) || !span || isBesideUnreadable(statement, span)) {
                return;
            }
            const words = statement.$cstNode!.root.fullText.slice(span.offset, span.end);
            context.report('surplus', {
                at: { of: statement, part: 'surplus' },
                args: { words, statement: describe(statement), takes: forms[statement.$type] ?? '' },
                fixes: () => [
                    ...meant(statement, words, span),
                    ...(isNeeded(statement) ? [] : [{ title: `Remove ${inCode(words)}`, edits: [removeText(AstUtils.getDocument(statement), span)] }])
                ]
            });
        }
    }
});

/** Whether the words take the place of a required part. */
function isNeeded(statement: ast.Head & ast.Member): boolean {
    return ast.isWsusServer(statement) && statement.version.length === 0;
}

/** The form of each kind of statement. */
const forms: { readonly [type: string]: string } = {
    [ast.HierarchyHeader.$type]: 'The line is `hierarchy NAME`, or `hierarchy "NAME"` for a name of several words.',
    [ast.Site.$type]: 'A site starts with its kind, `site`, its code, a friendly name in quotes, and `reports to` with the code of the parent.',
    [ast.Server.$type]: 'A server starts with `server` and its name.',
    [ast.Cluster.$type]: 'A cluster starts with `cluster` and its name.',
    [ast.WsusServer.$type]: 'A WSUS server starts with `wsus` and its version, such as `wsus 3.0 SP2`.',
    [ast.SoftwareUpdatePoint.$type]: 'A software update point starts with `software update point`, and `active` or `internet` if it is one of these.',
    [ast.Synchronization.$type]: 'Synchronization settings start with `synchronization` and nothing else.',
    [ast.ClientGroup.$type]: 'A group of clients starts with `clients` and a name in quotes; the property `clients:` is for the number of clients of the site.',
    [ast.ProxyServer.$type]: 'A proxy server starts with `proxy` and nothing else; its property `host` is for the name of the proxy server.',
    [ast.Scenario.$type]: 'A scenario starts with `scenario`, a title in quotes, and `for` with a duration, such as `for 7 days`.',
    [ast.Assume.$type]: 'Assumptions start with `assume` and nothing else.',
    [ast.Allow.$type]: 'The line is `allow RULE until DATE because "REASON"`.'
};

/** Fixes that turn the words into what was probably meant in this place. */
function meant(statement: ast.Head & ast.Member, words: string, span: Span): readonly Fix[] {
    const document = AstUtils.getDocument(statement);
    const fix = (text: string, at = span): Fix => ({ title: `Write ${inCode(text)}`, edits: [replaceText(document, at, text)] as readonly Edit[] });
    const isPlain = !words.includes('"');
    const unquoted = /^"([^"]*)"$/.exec(words)?.[1];
    if (ast.isHierarchyHeader(statement)) {
        const name = spanOfPart(statement, 'name');
        return isPlain && name ? [fix(quoteString(`${statement.name} ${words}`), { offset: name.offset, end: span.end })] : [];
    }
    if (ast.isSite(statement)) {
        const reports = /^(\S+)(?: to)?( .+)$/.exec(words);
        if (reports && nearest(reports[1]!, ['reports', 'reporting']).length > 0) {
            return [fix(`reports to${reports[2]!}`)];
        }
        const parent = statement.parents.length === 0 && statement.kind !== 'central' ? /^(?:[a-z]+ ){1,2}([A-Z0-9]{3})$/.exec(words)?.[1] : undefined;
        if (parent !== undefined) {
            return [fix(`reports to ${parent}`)];
        }
        const code = spanOfPart(statement, 'name');
        if (unquoted !== undefined && statement.title === undefined && statement.parents.length > 0 && code) {
            return [{ title: `Write ${inCode(words)} before \`reports to\``, edits: [replaceText(document, { offset: code.end, end: code.end }, ` ${words}`), removeText(document, span)] }];
        }
        const isName = isPlain && statement.title === undefined && !(span.offset > (spanOfPart(statement, 'parents')?.offset ?? Infinity));
        return isName ? [fix(quoteString(words))] : statement.parents.length === 0 && unquoted && statement.title === undefined ? [fix(unquoted)] : [];
    }
    if (ast.isWsusServer(statement) || ast.isSoftwareUpdatePoint(statement)) {
        return unquoted ? [fix(unquoted)] : [];
    }
    if (ast.isClientGroup(statement)) {
        const isCount = /^[0-9]/.test(words) && !statement.body;
        const keyword = spanOfPart(statement, 'block');
        return isCount && keyword ? [fix(`clients: ${words}`, { offset: keyword.offset, end: span.end })] : isPlain && statement.label === undefined ? [fix(quoteString(words))] : [];
    }
    if (ast.isScenario(statement)) {
        return meantInScenario(statement, words).map(text => fix(text));
    }
    return ast.isAllow(statement) && isPlain && statement.because === undefined && isAfterBecause(statement, span) ? [fix(quoteString(words))] : [];
}

/** Corrections in the head of a scenario: a title without quotes, or a duration in quotes or without `for`. */
function meantInScenario(scenario: ast.Scenario, words: string): readonly string[] {
    if (scenario.title === undefined) {
        return words.includes('"') ? [] : [quoteString(words)];
    }
    const length = words.replaceAll('"', '');
    const isLength = scenario.duration.length === 0 && durationOf(1).read([length.split(' ').map(text => ({ kind: 'word', text }))]) !== undefined;
    return isLength ? [isAfterFor(scenario) ? length : `for ${length}`] : [];
}

function isAfterFor(scenario: ast.Scenario): boolean {
    return GrammarUtils.findNodeForKeyword(scenario.$cstNode, 'for') !== undefined;
}

function isAfterBecause(allow: ast.Allow, span: Span): boolean {
    return /\bbecause\s*$/.test(allow.$cstNode!.root.fullText.slice(allow.$cstNode!.offset, span.offset));
}
