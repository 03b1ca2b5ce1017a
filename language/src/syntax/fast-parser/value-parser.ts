import type { AstNode, Reference } from 'langium';
import * as ast from '../generated/ast.js';
import { type LookUp, make, FastReference } from './nodes.js';
import { TokenParser, type Keywords } from './token-parser.js';

/** Parses values of properties, and phrases. */
export class ValueParser extends TokenParser {
    constructor(text: string, words: Keywords, private readonly lookUp: LookUp) {
        super(text, words);
    }

    protected values(property: ast.Property): void {
        const values = [this.value(property, 0)];
        const commas: string[] = [];
        while (this.isNext(',')) {
            commas.push(this.word());
            // After a comma the list may continue on the next line, but not with a word that begins a statement.
            this.require(!this.scanner.beginsLine || !this.isAtKeyword());
            this.scanner.beginsLine = false;
            values.push(this.value(property, values.length));
        }
        property.values = trimmed(values);
        property.commas = commas.length > 0 ? trimmed(commas) : none;
    }

    protected phrase(owner: AstNode, property: string): ast.Phrase {
        const phrase = make<ast.Phrase>(ast.Phrase.$type, owner, property);
        const parts: ast.PhrasePart[] = [];
        while (!this.scanner.beginsLine) {
            const part = this.isAt(',') ? this.comma(phrase, parts.length) : this.atom(phrase, 'parts', parts.length);
            if (!part) {
                break;
            }
            parts.push(part);
        }
        // A key here may be the rest of the phrase, and after a comma the next line continues it: both need Langium's parser.
        this.require(parts.length > 0 && !this.isAtKey() && !(this.scanner.beginsLine && parts.at(-1)!.$type === ast.Comma.$type));
        phrase.parts = trimmed(parts);
        return phrase;
    }

    protected reference<T extends AstNode>(node: AstNode): Reference<T> {
        return new FastReference(this.word(), node, this.lookUp) as Reference as Reference<T>;
    }

    private value(property: ast.Property, index: number): ast.Value {
        const value = make<ast.Value>(ast.Value.$type, property, 'values', index);
        const atoms: ast.Atom[] = [];
        for (let atom = this.atom(value, 'atoms', 0); atom; atom = this.atom(value, 'atoms', atoms.length)) {
            atoms.push(atom);
        }
        this.require(atoms.length > 0);
        value.atoms = trimmed(atoms);
        return value;
    }

    /** The next word, text or time on the line; a key begins another property. */
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

    private comma(phrase: ast.Phrase, index: number): ast.Comma {
        const comma = make<ast.Comma>(ast.Comma.$type, phrase, 'parts', index);
        comma.mark = this.word();
        return comma;
    }
}

/** Shared by all nodes, since lists of a tree are never modified. */
export const none: string[] = [];

/** A copy without spare capacity: most lists of a tree have one item, but an array that is pushed to allocates room for seventeen. */
export function trimmed<T>(list: readonly T[]): T[] {
    return list.slice();
}
