import type { CstNode, Mutable } from 'langium';
import * as ast from '../generated/ast.js';
import { FileRoot } from '../parser/relative-cst.js';
import { changesBetween, type SegmentChanges } from './changes.js';
import { replaceRange } from './replace-range.js';
import { isClean, type Segment } from './segment.js';

/**
 * The one tree of all segments of a file. Its root stays when the file changes, and only what was read anew is exchanged in it: to tell
 * thousands of sites of another root took longer than all else that a keystroke costs.
 */
export class FileTree {
    readonly file: Mutable<ast.SupFile> = { $type: ast.SupFile.$type, members: [] };
    private readonly root = new FileRoot(this.file);
    private segments: readonly Segment[] = [];
    private readonly others = new Set<Segment>();

    constructor() {
        this.file.$cstNode = this.root;
    }

    /** Those that hold something besides sites and scenarios that can be read, in the order of the text: few, as a rule. */
    get othersInOrder(): readonly Segment[] {
        return [...this.others].sort((a, b) => a.start.offset - b.start.offset);
    }

    /** Becomes the tree of other segments, and puts these where they stand now. */
    take(text: string, segments: readonly Segment[]): void {
        const changes = changesBetween(this.segments, segments);
        const at = this.indexOfMember(changes.start);
        // Somebody may take time over what goes now: it stays in the text that it was read in.
        putBelow(new FileRoot(this.file, this.root.source), changes.removed);
        putBelow(this.root, changes.added);
        this.segments = segments;
        this.root.source = text;
        this.sortOut(changes);
        putInPlace(segments, changes.start);
        this.exchange(changes, at);
    }

    /** Where among the file's members those of a segment begin. */
    private indexOfMember(segment: number): number {
        let end = segment;
        while (end > 0 && this.segments[end - 1]!.members.length === 0) {
            end--;
        }
        const last = this.segments[end - 1]?.members.at(-1);
        return last ? last.$containerIndex! + 1 : 0;
    }

    private sortOut({ removed, added }: SegmentChanges): void {
        removed.forEach(segment => this.others.delete(segment));
        added.filter(segment => !isPlain(segment)).forEach(segment => this.others.add(segment));
    }

    private exchange({ start, removed, added }: SegmentChanges, at: number): void {
        const { file, root } = this;
        replaceRange(root.content, start, removed.length, added.map(({ cst }) => cst));
        const gone = removed.reduce((count, { members }) => count + members.length, 0);
        const members = added.flatMap(segment => segment.members as readonly Mutable<ast.Member>[]);
        replaceRange(file.members, at, gone, members);
        members.forEach(member => {
            member.$container = file;
        });
        const until = members.length === gone ? at + gone : file.members.length;
        for (let i = at; i < until; i++) {
            (file.members[i] as Mutable<ast.Member>).$containerIndex = i;
        }
    }
}

function isPlain({ members, syntaxErrors }: Segment): boolean {
    return isClean(syntaxErrors) && members.every(member => ast.isSite(member) || ast.isScenario(member));
}

function putBelow(root: FileRoot, segments: readonly Segment[]): void {
    for (const { cst } of segments) {
        (cst as Mutable<CstNode>).container = root;
    }
}

/** Written as a loop, since an edit goes through all that is behind it. */
function putInPlace(segments: readonly Segment[], start: number): void {
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
