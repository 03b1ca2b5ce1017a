import { CstUtils, type LeafCstNode } from 'langium';
import * as ast from '../syntax/generated/ast.js';
import { statementsIn } from '../syntax/tree/walk.js';
import type { Gap } from './style.js';

/** A property that begins its line, with the tokens of its key and value. */
export interface PropertyLine {
    readonly property: ast.Property;
    readonly tokens: readonly LeafCstNode[];
}

/** The gaps of a file by position, so that several steps can decide about them. */
export class StatementGaps {
    private readonly wanted: Map<number, Gap>;
    /** The properties that begin a line, by their offsets. */
    readonly properties: readonly PropertyLine[];

    constructor(file: ast.SupFile, gaps: readonly Gap[]) {
        this.wanted = new Map(gaps.map(gap => [gap.end, gap]));
        this.properties = [...statementsIn(file)].filter(ast.isProperty).filter(({ $cstNode }) => this.isFirstOnLine($cstNode!.offset))
            .map(property => ({ property, tokens: CstUtils.flattenCst(property.$cstNode!).toArray() }));
    }

    get gaps(): readonly Gap[] {
        return [...this.wanted.values()];
    }

    /** The white space that belongs before a token. */
    before({ offset }: LeafCstNode): string {
        return this.wanted.get(offset)?.wanted ?? '';
    }

    set(token: LeafCstNode, wanted: string): void {
        const gap = this.wanted.get(token.offset);
        if (gap) {
            this.wanted.set(token.offset, { ...gap, wanted });
        }
    }

    private isFirstOnLine(offset: number): boolean {
        return hasLineBreak(this.wanted.get(offset)?.wanted ?? '\n');
    }
}

export function hasLineBreak(text: string): boolean {
    return /[\r\n]/.test(text);
}
