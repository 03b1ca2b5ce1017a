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

/** A way to write a sentence: some of its tokens, from an index on, replaced by others. */
interface Change {
    readonly from: number;
    readonly count: number;
    readonly by: readonly Token[];
}

/** Fixes after which a sentence can be read, the likeliest first, and the one that takes it out. */
export function fixSentence(sentence: Sentence, at: number, expected: readonly Expected[]): readonly Fix[] {
    const tokens = tokensOf(sentence);
    const changes = expected.flatMap(each => changesFor(each, tokens, at)).filter(change => isReadable(sentence, applied(tokens, change)));
    return [...changes.slice(0, 3).map(change => toFix(sentence, change)), { title: `Remove ${inCode(sentence.$cstNode!.text)}`, edits: [removeStatement(sentence)] }];
}

/** What can have been meant: another word in place of this one, a word that was left out, or nothing from here on. */
function changesFor(expected: Expected, tokens: readonly Token[], at: number): readonly Change[] {
    const token = tokens[at];
    if (expected.kind === 'end') {
        return [{ from: at, count: tokens.length - at, by: [] }];
    }
    const unquoted: readonly Change[] = token?.kind === 'word' ? [{ from: at, count: 1, by: [{ kind: 'text', text: token.text }] }] : [];
    if (expected.kind === 'name') {
        return unquoted;
    }
    const candidates = expected.kind === 'words' ? [expected.text.split(' ', 1)[0]!] : expected.suggestions;
    const alike = token ? nearestTokens(token.text, candidates.map(tokenOf)).map(meant => ({ from: at, count: 1, by: [meant] })) : [];
    const left = expected.kind === 'words' ? [{ from: at, count: 0, by: expected.text.split(' ').map(tokenOf) }] : [];
    return [...alike, ...expected.kind === 'value' && expected.takesText ? unquoted : [], ...left];
}

function nearestTokens(word: string, candidates: readonly Token[]): readonly Token[] {
    const alike = nearest(word, candidates.map(({ text }) => text));
    return candidates.filter(({ text }) => alike.includes(text));
}

function tokenOf(written: string): Token {
    return written.startsWith('"') ? { kind: 'text', text: unquote(written) }
        : written === ':' || written === ',' ? { kind: 'mark', text: written } : { kind: 'word', text: written };
}

function applied(tokens: readonly Token[], { from, count, by }: Change): readonly Token[] {
    return [...tokens.slice(0, from), ...by, ...tokens.slice(from + count)];
}

function isReadable(sentence: Sentence, tokens: readonly Token[]): boolean {
    return readWhole(new Reading(tokens), phrasesOf(sentence.$type).map(({ phrase }) => phrase)) !== undefined;
}

function toFix(sentence: Sentence, { from, count, by }: Change): Fix {
    const document = AstUtils.getDocument(sentence);
    const text = by.map(token => token.kind === 'text' ? quoteString(token.text) : token.text).join(' ');
    if (count > 0) {
        const span = { offset: spanAt(sentence, from)!.offset, end: spanAt(sentence, from + count - 1)!.end };
        return by.length === 0
            ? { title: `Remove ${inCode(document.textDocument.getText().slice(span.offset, span.end))}`, edits: [removeText(document, span)] }
            : { title: `Change to ${inCode(text)}`, edits: [replaceText(document, span, text)] };
    }
    const offset = from === 0 ? sentence.$cstNode!.offset + sentence.block.length : spanAt(sentence, from - 1)!.end;
    return { title: `Write ${inCode(text)}`, edits: [replaceText(document, { offset, end: offset }, text === ':' ? text : ` ${text}`)] };
}
