import { capital, counted, errorMessage, fileLimits, listOf, number } from '@sup/model';
import { AstUtils, type LangiumDocument } from 'langium';
import { type Edit, replaceText, setHead } from '../../edits/edit.js';
import { closeBlocks, closingQuote, fixUnreadable, quoteValue, removeText, removeTexts } from '../../edits/fix-text.js';
import * as ast from '../../../syntax/generated/ast.js';
import type { LexerIssueKind } from '../../../syntax/parser/lexer-issues.js';
import { projectionFailureIn } from '../../../analysis/projection/segment-model.js';
import { syntaxErrorsIn } from '../../../syntax/segments/segment.js';
import { moveOut } from '../../edits/move-out.js';
import { parentBeforeBlock } from '../../edits/parent-edits.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { limitedReporter, type Reporter } from '../../rule-helpers/limited-reporter.js';
import { openingBraceOf, tokenBefore, type UnclosedBlock } from '../../../syntax/tree/braces.js';
import { ownerOfBrokenOff } from '../../../syntax/tree/broken-off.js';
import { describeCharacter, isVisible, inCode } from '../../../syntax/tree/characters.js';
import { describe } from '../../../syntax/tree/describe.js';
import { syntaxErrorCausesIn, type SyntaxErrorCause } from '../../../syntax/tree/syntax-error-causes.js';
import { spansOf } from '../../../analysis/unreadable.js';
import type { Place, TextPlace } from '../../../syntax/place.js';
import type { Span } from '../../../syntax/span.js';

const slowText = 'a syntax error, a statement over several lines, or a letter other than A to Z outside quotes';

const messages = {
    unclosed: ({ blocks, next, byLayout }: { blocks: readonly string[]; next: string; byLayout: boolean }) => ({
        what: blocks.length === 1 ? `The block of ${blocks[0]!} is not closed: a \`}\` is missing.` : `The blocks of ${listOf(blocks)} are not closed: ${blocks.length} closing braces (\`}\`) are missing.`,
        why: byLayout ? 'According to the indentation, the next brace closes an outer block.'
            : next === '' ? 'The file ends before the closing brace.'
                : `It cannot contain ${next}, so it is assumed to end before that.`,
        todo: blocks.length === 1 ? 'Close the block where it ends.' : 'Close each block where it ends.'
    }),
    nested: ({ inner, outer }: { inner: string; outer: string }) => ({
        what: `${inner} is inside ${outer}.`,
        why: 'Sites, scenarios and the `hierarchy` line belong at the top level of a file; `reports to` names the parent of a site.',
        todo: `Close ${outer} before it.`
    }),
    opening: () => ({
        what: 'No block can begin here.',
        why: 'Only a statement that takes a block can be followed by one, so the content of the braces is read as if they were not there.',
        todo: 'Remove the braces, or write the start of the block before them.'
    }),
    closing: () => ({
        what: 'This `}` does not close a block.',
        why: 'Every block before it is already closed, so it is skipped.',
        todo: 'Remove it, or write the matching `{`.'
    }),
    missing: ({ word, after }: { word: string; after: string }) => ({
        what: `${word === 'CODE' ? 'A site code' : `\`${word}\``} is missing after \`${after}\`.`,
        why: 'The statement is read as well as possible without it.',
        todo: word === 'CODE' ? 'Write the code, or remove the comma.' : `Write \`${after} ${word}\`.`
    }),
    unexpected: ({ word }: { word: string }) => ({
        what: `${word} is not allowed here.`,
        why: 'No statement begins with it, and the previous statement is complete, so everything up to the next statement is skipped.',
        todo: 'Remove it, or put the whole value that it belongs to in double quotes.'
    }),
    unreadable: ({ characters, isSeen }: { characters: readonly string[]; isSeen: boolean }) => ({
        what: `${listOf(characters)} ${characters.length === 1 ? 'has' : 'have'} no meaning outside quotes and comments.`,
        why: 'The plan is read as if nothing were there.',
        todo: isSeen ? 'Remove it, or put the text that it belongs to in double quotes.' : 'Remove it.'
    }),
    tooLarge: () => ({
        what: `This file is larger than ${fileLimits.characters / 1024 / 1024} MiB.`,
        why: 'It is not analyzed, so that one file cannot delay all others.',
        todo: 'Split the hierarchy into several files with the same `hierarchy` line.'
    }),
    tooLong: () => ({
        what: 'This file is analyzed only up to here.',
        why: `It has more than ${number(fileLimits.segments)} sites and scenarios, ${number(fileLimits.tokens)} words, ${number(fileLimits.tokensOfSegment)} words in one site or scenario, or ${number(fileLimits.tokensWithErrors)} words in sites with syntax errors. Analyzing the rest would delay every other request.`,
        todo: 'Fix the syntax errors above, or split the hierarchy into several files with the same `hierarchy` line.'
    }),
    partTooLong: () => ({
        what: 'This site or scenario is analyzed only up to here.',
        why: `It has more than ${number(fileLimits.tokensOfSlowSegment)} words, and before this place text that only the slower of two parsers can read: ${slowText}. Analyzing the rest with it would delay every other request.`,
        todo: 'Correct that text, or write it on one line and in double quotes.'
    }),
    partNotPlain: () => ({
        what: `Because of this text, only the first ${number(fileLimits.tokensOfSlowSegment)} words of this site or scenario are analyzed.`,
        why: `Only the slower of two parsers can read it: ${slowText}. Analyzing a long site or scenario with that parser would delay every other request.`,
        todo: 'Correct the text, or write it on one line and in double quotes.'
    }),
    notText: () => ({
        what: 'This file contains the character U+0000, so it is not UTF-8 text.',
        why: 'It is not analyzed. UTF-16 text looks like this when it is read as UTF-8.',
        todo: 'Save the file as UTF-8.'
    }),
    tooDeep: () => ({
        what: `Blocks are nested more than ${fileLimits.depth} levels deep.`,
        why: 'Deeper levels are not read. A site, a server, its role and a proxy server take four levels.',
        todo: 'Close the blocks that should not be open here.'
    }),
    more: () => ({
        what: `From here on, errors like the previous ${fileLimits.diagnostics} are not reported individually.`,
        why: 'When a part of a file has this many errors, an error at its beginning usually causes most of them.',
        todo: 'Fix the previous errors first; the others then disappear or are reported.'
    }),
    failed: ({ error }: { error: string }) => ({
        what: `This text could not be read: ${error}.`,
        why: 'This is an error in the extension, not in the plan; everything else is analyzed.',
        todo: 'Report the error, and attach the file.'
    })
};

export default defineRule({
    id: 'syntax-error',
    since: '0.1.0',
    summary: 'Every file can be read from beginning to end.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language'],
    messages,
    fixable: 'suggestion',
    checks: {
        segment(part, context) {
            const { document, segment } = part;
            const { lexerIssues, lexerErrors } = syntaxErrorsIn(segment);
            const refusals = lexerIssues.filter(issue => refusalMessages[issue.kind] !== undefined);
            for (const { kind, message, offset, length } of refusals) {
                context.report(refusalMessages[kind]!, { at: { offset, length }, args: { error: message } });
            }
            const failure = projectionFailureIn(segment);
            if (failure !== undefined) {
                context.report('failed', { at: { offset: segment.start.offset, length: 1 }, args: { error: errorMessage(failure) } });
            }
            const limited = limitedReporter(fileLimits.diagnostics, context, at => context.report('more', { at, args: undefined, isForMore: true }));
            // If blocks are nested too deeply, that is the cause of stray braces.
            for (const { offset, length, closing = [] } of refusals.length > 0 ? [] : lexerIssues.filter(({ kind }) => kind === 'no-head').slice(0, searchLimit)) {
                limited.report('opening', {
                    at: { offset, length },
                    args: undefined,
                    fixes: () => [{
                        title: length + closing.length > 1 ? 'Remove the braces' : 'Remove the brace',
                        edits: removeTexts(document, [{ offset, end: offset + length }, ...closing.map(brace => ({ offset: brace, end: brace + 1 }))])
                    }]
                });
            }
            const runs = withoutClosingQuotes(document.textDocument.getText(), spansOf(lexerErrors.slice(0, 2 * searchLimit))).slice(0, searchLimit);
            for (const run of runs.filter(candidate => !isInBrokenOff(document, candidate))) {
                limited.report('unreadable', {
                    at: placeOf(run),
                    args: { characters: charactersIn(textAt(document, run)).map(describeCharacter), isSeen: charactersIn(textAt(document, run)).some(isVisible) },
                    fixes: () => fixUnreadable(document, run)
                });
            }
            syntaxErrorCausesIn(part, searchLimit).forEach(cause => reportCause(cause, document, limited));
        }
    }
});

/** The number of errors of each kind to search for: one more than is reported, to know whether there are more. */
const searchLimit = fileLimits.diagnostics + 1;

const refusalMessages: { readonly [kind in LexerIssueKind]?: 'tooLarge' | 'tooLong' | 'partTooLong' | 'partNotPlain' | 'notText' | 'tooDeep' | 'failed' } = {
    'too-large': 'tooLarge', 'too-long': 'tooLong', 'segment-too-long': 'partTooLong', 'segment-not-plain': 'partNotPlain', 'not-text': 'notText', 'too-deep': 'tooDeep', 'failure': 'failed'
};

function reportCause(cause: SyntaxErrorCause, document: LangiumDocument, context: Reporter<typeof messages>): void {
    switch (cause.kind) {
        case 'unclosed': return context.report('unclosed', {
            at: openingOf(cause.blocks[0]!),
            args: { blocks: cause.blocks.map(({ block }) => describe(block)), next: cause.next ? describe(cause.next) : '', byLayout: cause.byLayout },
            related: cause.next && !cause.byLayout ? [{ of: cause.next, message: 'The block must be closed before this' }] : [],
            fixes: () => [{ title: `Close ${listOf(cause.blocks.map(({ block }) => describe(block)))}`, edits: closeBlocks(document, cause.blocks) }]
        });
        case 'nested': return context.report('nested', {
            at: { of: cause.next },
            args: { inner: capital(describe(cause.next)), outer: describe(cause.blocks[0]!.block) },
            related: cause.blocks.map(({ block }) => ({ of: block as ast.Site, message: `${describe(block)} is still open here` })),
            fixes: () => [...moveAfterBlocks(cause, document), { title: `Close ${listOf(cause.blocks.map(({ block }) => describe(block)))} before ${describe(cause.next)}`, edits: unnest(cause, document) }]
        });
        case 'closing': return context.report('closing', {
            at: placeOf(cause.at),
            args: undefined,
            fixes: () => [{ title: 'Remove this `}`', edits: [removeText(document, cause.at)] }]
        });
        case 'missing': return context.report('missing', {
            at: placeOf(cause.after),
            args: { word: cause.word, after: textAt(document, cause.after) },
            fixes: () => cause.word === 'CODE'
                ? [{ title: `Remove \`${textAt(document, cause.after)}\``, edits: [removeText(document, cause.after)] }]
                : [{ title: `Write \`${textAt(document, cause.after)} ${cause.word}\``, edits: [replaceText(document, { offset: cause.after.end, end: cause.after.end }, ` ${cause.word}`)] }]
        });
        case 'unexpected': return context.report('unexpected', {
            at: placeOf(cause.at),
            args: { word: inCode(textAt(document, cause.at)) },
            fixes: () => [...parentInBlock(document, cause.skipped), ...quoteValue(document, cause.at), { title: `Remove ${inCode(textAt(document, cause.skipped))}`, edits: [removeText(document, cause.skipped)] }]
        });
    }
}

/** The fix for `reports to` inside the block of the site. */
function parentInBlock(document: LangiumDocument, skipped: Span): readonly Fix[] {
    const [, codes] = /^reports to[ \t]+(\S.*)$/.exec(textAt(document, skipped)) ?? [];
    const block = codes === undefined ? undefined : tokenBefore((document.parseResult.value as ast.SupFile).$cstNode!, skipped.offset)?.astNode;
    const site = block && AstUtils.getContainerOfType(block, ast.isSite);
    const body = site?.body?.$cstNode;
    return site && codes !== undefined && body && skipped.offset > body.offset && skipped.end < body.end ? parentBeforeBlock(site, codes, skipped) : [];
}

/** Moves sites that were pasted into a block after it, if the content of the block continues after them. Not offered if one of them has no parent: it was probably written there to be below the outer site. */
function moveAfterBlocks({ blocks, next, closing }: Nested, document: LangiumDocument): readonly Fix[] {
    const inside = membersInside({ next, closing }, document);
    const nested = inside.filter(member => ast.isSite(member) || ast.isScenario(member));
    const isWhole = nested[0] === next && nested.every(member => !ast.isSite(member) || member.kind === 'central' || member.parents.length > 0);
    const outer = describe(blocks.at(-1)!.block);
    return isWhole && nested.length < inside.length
        ? [{ title: `Move ${nested.length === 1 ? describe(next) : counted(nested.length, 'statement')} after ${outer}`, edits: moveOut(document, nested, closing.at(-1)!) }] : [];
}

/** The statements between the beginning of a nested one and the brace that closes the block around it. */
function membersInside({ next, closing }: Pick<Nested, 'next' | 'closing'>, document: LangiumDocument): readonly ast.Member[] {
    return (document.parseResult.value as ast.SupFile).members.filter(member => member.$cstNode!.offset >= next.$cstNode!.offset && member.$cstNode!.end <= closing[0]!.offset);
}

type Nested = Extract<SyntaxErrorCause, { kind: 'nested' }>;

/** Closes the blocks around a statement before it. Sites that are no longer nested get the outer site as their parent. */
function unnest(cause: Nested, document: LangiumDocument): readonly Edit[] {
    const parent = cause.blocks.map(({ block }) => block).find(ast.isSite);
    const orphans = membersInside(cause, document).filter(ast.isSite).filter(site => site.kind !== 'central' && site.parents.length === 0);
    return [
        ...closeBlocks(document, cause.blocks),
        ...(parent?.name ? orphans.map(site => setHead(site, 'parents', parent.name)) : []),
        ...removeTexts(document, cause.closing)
    ];
}

/** Leaves out quotes that close a text in foreign quotes: they belong to the finding for the opening quote. */
function withoutClosingQuotes(text: string, runs: readonly Span[]): readonly Span[] {
    const closing = new Set<number>();
    return runs.filter(run => {
        const partner = closing.has(run.offset) ? undefined : closingQuote(text, run);
        if (partner) {
            closing.add(partner.offset);
        }
        return !closing.has(run.offset);
    });
}

/** The first few different characters of a run. */
function charactersIn(run: string): readonly string[] {
    const found = new Set<string>();
    for (const character of run) {
        if (character !== ' ' && character !== '\t' && found.add(character).size > 5) {
            break;
        }
    }
    return [...found];
}

/** Whether a run belongs to a value that a colon splits in two; `unknown-property` fixes such a value as a whole. */
function isInBrokenOff(document: LangiumDocument, run: Span): boolean {
    const property = AstUtils.getContainerOfType(tokenBefore((document.parseResult.value as ast.SupFile).$cstNode!, run.offset)?.astNode, ast.isProperty);
    return property !== undefined && ownerOfBrokenOff(property) !== undefined;
}

function openingOf({ block, body }: UnclosedBlock): Place | TextPlace {
    const brace = openingBraceOf(body);
    return brace ? placeOf(brace) : { of: block as ast.Member };
}

function placeOf(span: Span): TextPlace {
    return { offset: span.offset, length: span.end - span.offset };
}

function textAt(document: LangiumDocument, span: Span): string {
    return document.textDocument.getText().slice(span.offset, span.end);
}
