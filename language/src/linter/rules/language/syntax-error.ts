import { errorMessage, fileLimits } from '@sup/model';
import { AstUtils, type LangiumDocument } from 'langium';
import { type Edit, replaceText, setHead } from '../../edits/edit.js';
import { closeBlocks, closingQuote, fixUnreadable, quoteValue, removeText, removeTexts } from '../../edits/fix-text.js';
import * as ast from '../../../syntax/generated/ast.js';
import type { LexerIssueKind } from '../../../syntax/parser/lexer-issues.js';
import { projectionFailureIn } from '../../../analysis/projection/segment-model.js';
import { syntaxErrorsIn } from '../../../syntax/segments/segment.js';
import { defineRule } from '../../define-rule.js';
import { firstFew, type Reporting } from '../../rule-helpers/first-few.js';
import { listOf } from '../../../syntax/wording.js';
import { openingBraceOf, tokenBefore, type UnclosedBlock } from '../../../syntax/tree/braces.js';
import { ownerOfBrokenOff } from '../../../syntax/tree/broken-off.js';
import { describeCharacter, isVisible, inCode } from '../../../syntax/tree/characters.js';
import { capital, describe } from '../../../syntax/tree/describe.js';
import { syntaxErrorCausesIn, type SyntaxErrorCause } from '../../../syntax/tree/syntax-error-causes.js';
import { spansOf } from '../../../analysis/unreadable.js';
import type { Place, TextPlace } from '../../../syntax/place.js';
import type { Span } from '../../../syntax/span.js';

const messages = {
    unclosed: ({ blocks, next, byLayout }: { blocks: readonly string[]; next: string; byLayout: boolean }) => ({
        what: blocks.length === 1 ? `The block of ${blocks[0]!} is not closed: a \`}\` is missing.` : `The blocks of ${listOf(blocks)} are not closed: ${blocks.length} times \`}\` is missing.`,
        why: byLayout ? 'By the layout of the lines, the brace behind it closes a block around it.'
            : next === '' ? 'The file ends before it is.'
                : `It cannot hold ${next}, so it is taken to end before that.`,
        todo: 'Close it where it ends.'
    }),
    nested: ({ inner, outer }: { inner: string; outer: string }) => ({
        what: `${inner} stands inside ${outer}.`,
        why: 'Sites, scenarios and the `hierarchy` line stand at the top level of a file; which site is whose parent, `reports to` says.',
        todo: `Close ${outer} before it.`
    }),
    opening: () => ({
        what: 'No block can open here.',
        why: 'Only a statement that has a block can be followed by one, so what stands in the braces is read as if they were not there.',
        todo: 'Take the braces out, or write the head of the block before them.'
    }),
    closing: () => ({
        what: 'This `}` closes nothing.',
        why: 'Every block before it is closed already, so it is skipped.',
        todo: 'Take it out, or write the `{` that it belongs to.'
    }),
    missing: ({ word, after }: { word: string; after: string }) => ({
        what: `${word === 'CODE' ? 'A site code' : `\`${word}\``} is missing after \`${after}\`.`,
        why: 'The statement is read as well as can be without it.',
        todo: word === 'CODE' ? 'Write the code, or take the comma out.' : `Write \`${after} ${word}\`.`
    }),
    unexpected: ({ word }: { word: string }) => ({
        what: `${word} cannot stand here.`,
        why: 'No statement begins with it, and the one before is complete; so it is skipped, and what follows up to the next statement.',
        todo: 'Take it out, or put the whole value that it belongs to in double quotes.'
    }),
    unreadable: ({ characters, isSeen }: { characters: readonly string[]; isSeen: boolean }) => ({
        what: `${listOf(characters)} ${characters.length === 1 ? 'has' : 'have'} no meaning outside quotes and comments.`,
        why: 'The plan is read as if nothing stood there.',
        todo: isSeen ? 'Take it out, or put the text that it belongs to in double quotes.' : 'Take it out.'
    }),
    tooLarge: () => ({
        what: `This file is larger than ${fileLimits.characters / 1024 / 1024} MiB.`,
        why: 'It is not analysed, so that one file cannot hold up all others.',
        todo: 'Split the hierarchy into several files with the same `hierarchy` line.'
    }),
    notText: () => ({
        what: 'This file holds the character U+0000, so it is no text in UTF-8.',
        why: 'It is not analysed. Text in UTF-16 looks like this when it is read as UTF-8.',
        todo: 'Save the file in UTF-8.'
    }),
    tooDeep: () => ({
        what: `Blocks are nested more than ${fileLimits.depth} deep.`,
        why: 'What stands deeper is not read. A site, a server, its role and a proxy server take four levels.',
        todo: 'Close the blocks that should not be open here.'
    }),
    more: () => ({
        what: `From here on, mistakes like the ${fileLimits.diagnostics} before are not told one by one.`,
        why: 'So many in one piece of text mostly come from one at its beginning.',
        todo: 'Mend those before it, and the others appear or go.'
    }),
    failed: ({ error }: { error: string }) => ({
        what: `This could not be read: ${error}.`,
        why: 'That is a mistake of this extension, not of the plan; everything else is analysed.',
        todo: 'Please report it, with the file.'
    })
};

export default defineRule({
    id: 'syntax-error',
    since: '0.1.0',
    summary: 'Every file can be read from its beginning to its end.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language'],
    messages,
    fixable: 'suggestion',
    checks: {
        segment(part, context) {
            const { document, segment } = part;
            const { lexerIssues, lexerErrors } = syntaxErrorsIn(segment);
            const refusals = lexerIssues.filter(trouble => refused[trouble.kind] !== undefined);
            for (const { kind, message, offset, length } of refusals) {
                context.report(refused[kind]!, { at: { offset, length }, args: { error: message } });
            }
            const failure = projectionFailureIn(segment);
            if (failure !== undefined) {
                context.report('failed', { at: { offset: segment.start.offset, length: 1 }, args: { error: errorMessage(failure) } });
            }
            const few = firstFew(fileLimits.diagnostics, context, at => context.report('more', { at, args: undefined, isForMore: true }));
            // Where blocks nest too deep, that is the cause.
            for (const { offset, length, closing = [] } of refusals.length > 0 ? [] : lexerIssues.filter(({ kind }) => kind === 'no-head').slice(0, enough)) {
                few.report('opening', {
                    at: { offset, length },
                    args: undefined,
                    fixes: () => [{
                        title: length + closing.length > 1 ? 'Remove the braces' : 'Remove the brace',
                        edits: removeTexts(document, [{ offset, end: offset + length }, ...closing.map(brace => ({ offset: brace, end: brace + 1 }))])
                    }]
                });
            }
            const runs = withoutClosingQuotes(document.textDocument.getText(), spansOf(lexerErrors.slice(0, 2 * enough))).slice(0, enough);
            for (const run of runs.filter(candidate => !isInBrokenOff(document, candidate))) {
                few.report('unreadable', {
                    at: placeOf(run),
                    args: { characters: charactersIn(textAt(document, run)).map(describeCharacter), isSeen: charactersIn(textAt(document, run)).some(isVisible) },
                    fixes: () => fixUnreadable(document, run)
                });
            }
            syntaxErrorCausesIn(part, enough).forEach(problem => reportProblem(problem, document, few));
        }
    }
});

/** So many of each kind are looked for: one more than are told, to know whether there are more. */
const enough = fileLimits.diagnostics + 1;

const refused: { readonly [kind in LexerIssueKind]?: 'tooLarge' | 'notText' | 'tooDeep' | 'failed' } = {
    'too-large': 'tooLarge', 'not-text': 'notText', 'too-deep': 'tooDeep', 'failure': 'failed'
};

function reportProblem(problem: SyntaxErrorCause, document: LangiumDocument, context: Reporting<typeof messages>): void {
    switch (problem.kind) {
        case 'unclosed': return context.report('unclosed', {
            at: openingOf(problem.blocks[0]!),
            args: { blocks: problem.blocks.map(({ block }) => describe(block)), next: problem.next ? describe(problem.next) : '', byLayout: problem.byLayout },
            related: problem.next && !problem.byLayout ? [{ of: problem.next, message: 'It would have to be closed before this' }] : [],
            fixes: () => [{ title: `Close ${listOf(problem.blocks.map(({ block }) => describe(block)))}`, edits: closeBlocks(document, problem.blocks) }]
        });
        case 'nested': return context.report('nested', {
            at: { of: problem.next },
            args: { inner: capital(describe(problem.next)), outer: describe(problem.blocks[0]!.block) },
            related: problem.blocks.map(({ block }) => ({ of: block as ast.Site, message: `${describe(block)} is still open here` })),
            fixes: () => [{ title: `Close ${listOf(problem.blocks.map(({ block }) => describe(block)))} before ${describe(problem.next)}`, edits: takeOut(problem, document) }]
        });
        case 'closing': return context.report('closing', {
            at: placeOf(problem.at),
            args: undefined,
            fixes: () => [{ title: 'Remove this `}`', edits: [removeText(document, problem.at)] }]
        });
        case 'missing': return context.report('missing', {
            at: placeOf(problem.after),
            args: { word: problem.word, after: textAt(document, problem.after) },
            fixes: () => problem.word === 'CODE'
                ? [{ title: `Remove \`${textAt(document, problem.after)}\``, edits: [removeText(document, problem.after)] }]
                : [{ title: `Write \`${textAt(document, problem.after)} ${problem.word}\``, edits: [replaceText(document, { offset: problem.after.end, end: problem.after.end }, ` ${problem.word}`)] }]
        });
        case 'unexpected': return context.report('unexpected', {
            at: placeOf(problem.at),
            args: { word: inCode(textAt(document, problem.at)) },
            fixes: () => [...quoteValue(document, problem.at), { title: `Remove ${inCode(textAt(document, problem.skipped))}`, edits: [removeText(document, problem.skipped)] }]
        });
    }
}

/** Closes the blocks around a statement before it, and lets sites that thereby lose their place in the tree report to it. */
function takeOut(problem: Extract<SyntaxErrorCause, { kind: 'nested' }>, document: LangiumDocument): readonly Edit[] {
    const parent = problem.blocks.map(({ block }) => block).find(ast.isSite);
    const inside = (document.parseResult.value as ast.SupFile).members.filter(ast.isSite)
        .filter(site => site.$cstNode!.offset >= problem.next.$cstNode!.offset && site.$cstNode!.end <= problem.closing[0]!.offset);
    const orphans = inside.filter(site => site.kind !== 'central' && site.parents.length === 0);
    return [
        ...closeBlocks(document, problem.blocks),
        ...(parent?.name ? orphans.map(site => setHead(site, 'parents', parent.name)) : []),
        ...removeTexts(document, problem.closing)
    ];
}

/** A quote that ends a text in foreign quotes belongs to the finding of the one that begins it. */
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

/** What belongs to a value that a colon has broken in two is mended with it. */
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
