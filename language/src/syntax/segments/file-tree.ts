import type { CstNode, Mutable } from 'langium';
import * as ast from '../generated/ast.js';
import { FileRoot } from '../parser/relative-cst.js';
import { changesBetween, type SegmentChanges } from './changes.js';
import { replaceRange } from './replace-range.js';
import { isClean, type Segment } from './segment.js';

/**
 * The tree of all segments of a file. All versions of the file share its root, and an edit replaces only the segments that were parsed
 * again: giving thousands of sites a new root would take longer than the rest of an edit.
 */
export class FileTree {
    readonly file: Mutable<ast.SupFile> = { $type: ast.SupFile.$type, members: [] };
    private readonly root = new FileRoot(this.file);
    private segments: readonly Segment[] = [];
    private readonly irregular = new Set<Segment>();

    constructor() {
        this.file.$cstNode = this.root;
    }

    /** The segments with syntax errors, or with statements other than sites and scenarios, in the order of the text: usually few. */
    get irregularInOrder(): readonly Segment[] {
        return [...this.irregular].sort((a, b) => a.start.offset - b.start.offset);
    }

    /** Replaces changed segments, and sets the start of all segments after the change. */
    update(text: string, segments: readonly Segment[]): void {
        const changes = changesBetween(this.segments, segments);
        const at = this.indexOfMember(changes.start);
        // In-flight requests may still hold removed segments, so these keep their original text.
        setRoot(new FileRoot(this.file, this.root.source), changes.removed);
        setRoot(this.root, changes.added);
        this.segments = segments;
        this.root.source = text;
        this.updateIrregular(changes);
        updateStarts(segments, changes.start);
        this.replaceMembers(changes, at);
    }

    /** The index of a segment's first member among the members of the file. */
    private indexOfMember(segment: number): number {
        let end = segment;
        while (end > 0 && this.segments[end - 1]!.members.length === 0) {
            end--;
        }
        const last = this.segments[end - 1]?.members.at(-1);
        return last ? last.$containerIndex! + 1 : 0;
    }

    private updateIrregular({ removed, added }: SegmentChanges): void {
        removed.forEach(segment => this.irregular.delete(segment));
        added.filter(segment => !isRegular(segment)).forEach(segment => this.irregular.add(segment));
    }

    private replaceMembers({ start, removed, added }: SegmentChanges, at: number): void {
        const { file, root } = this;
        replaceRange(root.content, start, removed.length, added.map(({ cst }) => cst));
        const removedCount = removed.reduce((count, { members }) => count + members.length, 0);
        const members = added.flatMap(segment => segment.members as readonly Mutable<ast.Member>[]);
        replaceRange(file.members, at, removedCount, members);
        members.forEach(member => {
            member.$container = file;
        });
        const until = members.length === removedCount ? at + removedCount : file.members.length;
        for (let i = at; i < until; i++) {
            (file.members[i] as Mutable<ast.Member>).$containerIndex = i;
        }
    }
}

function isRegular({ members, syntaxErrors }: Segment): boolean {
    return isClean(syntaxErrors) && members.every(member => ast.isSite(member) || ast.isScenario(member));
}

function setRoot(root: FileRoot, segments: readonly Segment[]): void {
    for (const { cst } of segments) {
        (cst as Mutable<CstNode>).container = root;
    }
}

/** A plain loop, since every edit visits all segments after it. */
function updateStarts(segments: readonly Segment[], start: number): void {
    const before = segments[start - 1];
    let [offset, line] = before ? [before.start.offset + before.text.length, before.start.line + before.lines] : [0, 0];
    for (let i = start; i < segments.length; i++) {
        const { start, text, lines } = segments[i]!;
        start.offset = offset;
        start.line = line;
        offset += text.length;
        line += lines;
    }
}
