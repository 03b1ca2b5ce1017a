import { AstUtils } from 'langium';
import { quoteString, unquote } from '../../syntax/parser/value-converter.js';
import { readWhole } from '../../syntax/phrases/read-phrase.js';
import { type Expected, Reading } from '../../syntax/phrases/reading.js';
import type { Token } from '../../syntax/phrases/token.js';
import type { Fix } from '../define-rule.js';
import { nearest } from '../../syntax/nearest.js';
import { inCode } from '../../syntax/tree/characters.js';
import { phrasesOf } from '../../syntax/tree/read-sentences.js';
import { type Sentence, spanAt, tokensOf } from '../../syntax/tree/sentences.js';
import { removeStatement, replaceText } from './edit.js';
import { removeText } from './fix-text.js';

/** A change to a sentence: replaces `count` of its tokens, starting at index `from`. */
interface Change {
    readonly from: number;
    readonly count: number;
    readonly replacement: readonly Token[];
}

/** Fixes that make a sentence readable, the likeliest first, and one that removes it. */
export function fixSentence(sentence: Sentence, at: number, expected: readonly Expected[]): readonly Fix[] {
    const tokens = tokensOf(sentence);
    const changes = expected.flatMap(each => changesFor(each, tokens, at)).filter(change => isReadable(sentence, applied(tokens, change)));
    return [...changes.slice(0, 3).map(change => toFix(sentence, change)), { title: `Remove ${inCode(sentence.$cstNode!.text)}`, edits: [removeStatement(sentence)] }];
}

/** Possible corrections: another word instead of this one, a missing word, or the end of the sentence. */
function changesFor(expected: Expected, tokens: readonly Token[], at: number): readonly Change[] {
    const token = tokens[at];
    if (expected.kind === 'end') {
        return [{ from: at, count: tokens.length - at, replacement: [] }];
    }
    const unquoted: readonly Change[] = token?.kind === 'word' ? [{ from: at, count: 1, replacement: [{ kind: 'text', text: token.text }] }] : [];
    if (expected.kind === 'name') {
        return unquoted;
    }
    const candidates = expected.kind === 'words' ? [expected.text.split(' ', 1)[0]!] : expected.suggestions;
    const alike = token ? nearestTokens(token.text, candidates.map(tokenOf)).map(intended => ({ from: at, count: 1, replacement: [intended] })) : [];
    const missing = expected.kind === 'words' ? [{ from: at, count: 0, replacement: expected.text.split(' ').map(tokenOf) }] : [];
    return [...alike, ...expected.kind === 'value' && expected.takesText ? unquoted : [], ...missing];
}

function nearestTokens(word: string, candidates: readonly Token[]): readonly Token[] {
    const alike = nearest(word, candidates.map(({ text }) => text));
    return candidates.filter(({ text }) => alike.includes(text));
}

function tokenOf(written: string): Token {
    return written.startsWith('"') ? { kind: 'text', text: unquote(written) }
        : written === ':' || written === ',' ? { kind: 'mark', text: written } : { kind: 'word', text: written };
}

function applied(tokens: readonly Token[], { from, count, replacement }: Change): readonly Token[] {
    return [...tokens.slice(0, from), ...replacement, ...tokens.slice(from + count)];
}

function isReadable(sentence: Sentence, tokens: readonly Token[]): boolean {
    return readWhole(new Reading(tokens), phrasesOf(sentence.$type).map(({ phrase }) => phrase)) !== undefined;
}

function toFix(sentence: Sentence, { from, count, replacement }: Change): Fix {
    const document = AstUtils.getDocument(sentence);
    const text = replacement.map(token => token.kind === 'text' ? quoteString(token.text) : token.text).join(' ');
    if (count > 0) {
        const span = { offset: spanAt(sentence, from)!.offset, end: spanAt(sentence, from + count - 1)!.end };
        return replacement.length === 0
            ? { title: `Remove ${inCode(document.textDocument.getText().slice(span.offset, span.end))}`, edits: [removeText(document, span)] }
            : { title: `Change to ${inCode(text)}`, edits: [replaceText(document, span, text)] };
    }
    const offset = from === 0 ? sentence.$cstNode!.offset + sentence.block.length : spanAt(sentence, from - 1)!.end;
    return { title: `Write ${inCode(text)}`, edits: [replaceText(document, { offset, end: offset }, text === ':' ? text : ` ${text}`)] };
}
