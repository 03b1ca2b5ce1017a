import type { AstNode, Reference } from 'langium';
import * as ast from '../generated/ast.js';
import { type LookUp, make, QuickReference } from './nodes.js';
import { TokenReader, type Words } from './token-reader.js';

/** Reads what stands behind keys and in sentences. */
export class ValueReader extends TokenReader {
    constructor(text: string, words: Words, private readonly lookUp: LookUp) {
        super(text, words);
    }

    protected values(property: ast.Property): void {
        property.values = [this.value(property, 0)];
        property.commas = none;
        while (this.isNext(',')) {
            property.commas = [...property.commas, this.word()];
            // Behind a comma the list may go on with the next line, but not with a word that begins a statement.
            this.require(!this.scanner.beginsLine || !this.isAtKeyword());
            this.scanner.beginsLine = false;
            property.values.push(this.value(property, property.values.length));
        }
    }

    protected phrase(owner: AstNode, property: string): ast.Phrase {
        const phrase = make<ast.Phrase>(ast.Phrase.$type, owner, property);
        phrase.parts = [];
        while (!this.scanner.beginsLine) {
            const part = this.isAt(',') ? this.comma(phrase) : this.atom(phrase, 'parts', phrase.parts.length);
            if (!part) {
                break;
            }
            phrase.parts.push(part);
        }
        // What looks like a key may be the rest of the sentence, and the line behind a comma goes on with it.
        this.require(phrase.parts.length > 0 && !this.isAtKey() && !(this.scanner.beginsLine && ast.isComma(phrase.parts.at(-1))));
        return phrase;
    }

    protected reference<T extends AstNode>(node: AstNode): Reference<T> {
        return new QuickReference(this.word(), node, this.lookUp) as Reference as Reference<T>;
    }

    private value(property: ast.Property, index: number): ast.Value {
        const value = make<ast.Value>(ast.Value.$type, property, 'values', index);
        value.atoms = [];
        for (let atom = this.atom(value, 'atoms', 0); atom; atom = this.atom(value, 'atoms', value.atoms.length)) {
            value.atoms.push(atom);
        }
        this.require(value.atoms.length > 0);
        return value;
    }

    /** The next word, text or time of the line; a key begins something else. */
    private atom(owner: AstNode, property: string, index: number): ast.Atom | undefined {
        if (this.isNext('word') && !this.isAtKey()) {
            const word = make<ast.Word>(ast.Word.$type, owner, property, index);
            word.target = this.reference(word);
            return word;
        }
        if (this.isNext('string')) {
            const text = make<ast.Text>(ast.Text.$type, owner, property, index);
            text.text = this.string();
            return text;
        }
        if (this.isNext('time')) {
            const time = make<ast.TimeOfDay>(ast.TimeOfDay.$type, owner, property, index);
            time.time = this.word();
            return time;
        }
        return undefined;
    }

    private comma(phrase: ast.Phrase): ast.Comma {
        const comma = make<ast.Comma>(ast.Comma.$type, phrase, 'parts', phrase.parts.length);
        comma.mark = this.word();
        return comma;
    }
}

/** An empty list: those of a tree are never added to. */
export const none: string[] = [];
