import { describe, expect, test } from 'vitest';
import { commentsIn, filesLike, messagesIn, paragraphsIn, type Prose, type Title, titlesIn } from './prose.js';

// CONTRIBUTING.md, "How we write", as far as a machine can check it.

/** Sentences whose subject is a clause, or a person whom the text has not introduced. Questions may begin in this way. */
const clauseOpening = /(?:^|[.:!?]\s+|[–—]\s+|;\s+)((?:What|Who|Whoever|Whatever|Somebody|Someone who|Nobody|Anybody|So many|So much|That)\s[^.!?]*[.!?]?)/g;

const isQuestion = (sentence: string): boolean => sentence.endsWith('?');

/** Words that hide who acts, or that a plain word replaces. */
const bannedWords = /\b(?:somebody|nobody|anybody|whoever|anew|thereby|gravest|meanwhile|of ours|is told|are told|is no longer told)\b/i;

const openingsIn = ({ file, line, text }: Prose): readonly string[] =>
    [...text.replaceAll(/`[^`]*`/g, '`code`').matchAll(clauseOpening)].filter(([, sentence]) => !isQuestion(sentence!)).map(([, sentence]) => `${file}:${line}: ${sentence!.slice(0, 80)}`);

const bannedWordsIn = ({ file, line, text }: Prose): readonly string[] => {
    const found = bannedWords.exec(text.replaceAll(/`[^`]*`/g, '`code`'));
    return found ? [`${file}:${line}: ${found[0]}`] : [];
};

/** A title that needs its `describe` to be understood: a fragment, or one that begins like a sentence of prose. */
const fragment = /^(?:that|who|whose|whom|what|whatever|which|of|is|are|was|were|and|or|but|in|from|with|by|for|as|at|to|on|be|if|when|where|while|so|than|because|though|although)\b/;
const startsLikeASentence = /^[A-Z][a-z]+(?: |$)/;

const sources = filesLike(/\.(?:ts|tsx|mjs|js)$/);
const prose: Readonly<Record<string, readonly Prose[]>> = {
    'comments': sources.flatMap(commentsIn),
    'documents': filesLike(/\.md$/).flatMap(paragraphsIn),
    'messages of the editor': filesLike(/^(?:l10n\/.*|package\.nls)\.json$/).flatMap(messagesIn),
    'test titles': sources.filter(file => file.startsWith('test/')).flatMap(titlesIn)
};

describe.each(Object.keys(prose))('the %s', kind => {
    test('no sentence begins with a clause or an unknown person', () => {
        expect(prose[kind]!.length).toBeGreaterThan(0);
        expect(prose[kind]!.flatMap(openingsIn)).toEqual([]);
    });

    test('no word hides who acts', () => {
        expect(prose[kind]!.flatMap(bannedWordsIn)).toEqual([]);
    });
});

test('every test title reads alone', () => {
    const titles = (prose['test titles'] as readonly Title[]).filter(({ kind }) => kind === 'test');
    const offending = titles.filter(({ text }) => fragment.test(text) || (startsLikeASentence.test(text) && !properNames.test(text)));
    expect(offending.map(({ file, line, text }) => `${file}:${line}: ${text}`)).toEqual([]);
});

/** Names that a title may begin with. */
const properNames = /^(?:Windows|Langium|Markdown|English|Group Policy|Microsoft|Internet|Node|Chevrotain|Preact|Unicode|Neovim|Enter|Escape|Tab|Brightwater|Tidewater)\b/;

test('detects each kind of fault', () => {
    const at = (text: string): Prose => ({ file: 'a.ts', line: 1, text });
    expect(openingsIn(at('Good. What is read is kept.'))).toHaveLength(1);
    expect(openingsIn(at('That a file is read means nothing.'))).toHaveLength(1);
    expect(openingsIn(at('What is this?'))).toEqual([]);
    expect(bannedWordsIn(at('It is checked anew.'))).toHaveLength(1);
    expect(bannedWordsIn(at('The word `anew` may be quoted.'))).toEqual([]);
    expect(['that change nothing are not sent', 'is sent once'].filter(title => fragment.test(title))).toHaveLength(2);
});
