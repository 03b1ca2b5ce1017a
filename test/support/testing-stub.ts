import type * as vscode from 'vscode';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import type { Uri } from './vscode-values.js';

type Item = vscode.TestItem;
type State = 'queued' | 'running' | 'passed' | 'failed' | 'errored' | 'skipped';

export interface StartOptions {
    /** Labels of excluded items. */
    readonly exclude?: readonly string[];
    readonly token?: vscode.CancellationToken;
}

/** The Testing view without an editor: the content that an extension shows, and the actions of a user. */
export class TestingStub {
    /** The runs, in order. */
    readonly runs: RunStub[] = [];
    /** The labels of the items whose results were marked as outdated, for each time. */
    readonly outdated: string[][] = [];
    readonly items = new Items(undefined);
    private readonly profiles: vscode.TestRunProfile[] = [];
    private controller: vscode.TestController | undefined;

    constructor(private readonly check: () => void) {}

    /** Opens the view, expands all items and returns the visible lines. */
    async expand(): Promise<string[]> {
        await this.controller!.resolveHandler!(undefined);
        const lines: string[] = [];
        const visit = async (item: Item, indent: string): Promise<void> => {
            lines.push(indent + item.label);
            if (item.canResolveChildren) {
                await this.controller!.resolveHandler!(item);
            }
            for (const [, child] of item.children) {
                await visit(child, `${indent}  `);
            }
        };
        for (const [, item] of this.items) {
            await visit(item, '');
        }
        return lines;
    }

    /** Presses the view's refresh button. */
    async refresh(): Promise<void> {
        await this.controller!.refreshHandler!(new CancellationTokenSource().token);
    }

    /** The first item with a label in the expanded part of the tree. */
    item(label: string, items: vscode.TestItemCollection = this.items): Item {
        const find = (collection: vscode.TestItemCollection): Item | undefined => {
            for (const [, item] of collection) {
                const found = item.label === label ? item : find(item.children);
                if (found) {
                    return found;
                }
            }
            return undefined;
        };
        const found = find(items);
        if (!found) {
            throw new Error(`There is no item "${label}".`);
        }
        return found;
    }

    /** Presses a run button; without labels, the one that runs all tests. */
    async start(kind: 'run' | 'coverage' | 'continuous', labels?: readonly string[], { exclude, token }: StartOptions = {}): Promise<void> {
        const profile = this.profiles.find(each => each.kind === (kind === 'coverage' ? 3 : 1))!;
        if (kind === 'continuous' && !profile.supportsContinuousRun) {
            throw new Error('The profile does not support continuous runs.');
        }
        const itemsOf = (names: readonly string[] | undefined): Item[] | undefined => names?.map(name => this.item(name));
        const request = new TestRunRequest(itemsOf(labels), itemsOf(exclude), profile, kind === 'continuous');
        await profile.runHandler(request, token ?? new CancellationTokenSource().token);
    }

    /** The declarations of a covered file and whether they are covered, as the editor shows them. */
    async coverage(run: RunStub, uri: string): Promise<Record<string, boolean>> {
        const file = run.covered.find(each => each.uri.toString() === uri)!;
        const profile = this.profiles.find(each => each.kind === 3)!;
        const details = await profile.loadDetailedCoverage!(run as never, file, new CancellationTokenSource().token) ?? [];
        return Object.fromEntries(details.flatMap(each => each instanceof DeclarationCoverage ? [[each.name, each.executed]] : []));
    }

    /** The part of the `vscode` module that is about tests. */
    readonly api = {
        TestRunProfileKind: { Run: 1, Debug: 2, Coverage: 3 },
        TestRunRequest: class extends TestRunRequest {},
        TestMessage: class { constructor(readonly message: string) {} },
        TestMessageStackFrame: class { constructor(readonly label: string, readonly uri: unknown, readonly position: unknown) {} },
        FileCoverage: { fromDetails: (uri: Uri) => ({ uri }) },
        DeclarationCoverage: class extends DeclarationCoverage {},
        StatementCoverage: class { constructor(readonly executed: boolean, readonly location: unknown) {} },
        tests: { createTestController: (id: string, label: string) => this.createController(id, label) }
    };

    private createController(id: string, label: string): unknown {
        return this.controller = {
            id, label, items: this.items, resolveHandler: undefined, refreshHandler: undefined, dispose: () => undefined,
            createTestItem: (itemId: string, itemLabel: string, uri?: vscode.Uri) => new ItemStub(itemId, itemLabel, uri) as unknown as Item,
            createRunProfile: (name: string, kind: number, runHandler: unknown, isDefault: boolean, tag: undefined, supportsContinuousRun = false) => {
                const profile = { label: name, kind, runHandler, isDefault, tag, supportsContinuousRun, dispose: () => undefined } as unknown as vscode.TestRunProfile;
                this.profiles.push(profile);
                return profile;
            },
            createTestRun: (request: vscode.TestRunRequest) => {
                const run = new RunStub(request, this.check);
                this.runs.push(run);
                this.check();
                return run as unknown as vscode.TestRun;
            },
            invalidateTestResults: (items: readonly Item[]) => {
                this.outdated.push(items.map(({ label }) => label));
                this.check();
            }
        };
    }
}

/** A run as the view shows it. */
export class RunStub {
    /** By label. As in the editor, items outside the request have no state. */
    readonly states = new Map<string, State>();
    readonly messages = new Map<string, vscode.TestMessage[]>();
    readonly covered: vscode.FileCoverage[] = [];
    output = '';
    isEnded = false;
    private readonly source = new CancellationTokenSource();
    readonly token = this.source.token;

    constructor(readonly request: vscode.TestRunRequest, private readonly check: () => void) {}

    /** Presses the run's cancel button. */
    cancel(): void {
        this.source.cancel();
    }

    readonly enqueued = (item: Item): void => this.set(item, 'queued');
    readonly started = (item: Item): void => this.set(item, 'running');
    readonly passed = (item: Item): void => this.set(item, 'passed');
    readonly skipped = (item: Item): void => this.set(item, 'skipped');
    readonly failed = (item: Item, message: vscode.TestMessage): void => this.set(item, 'failed', message);
    readonly errored = (item: Item, message: vscode.TestMessage): void => this.set(item, 'errored', message);

    appendOutput(text: string): void {
        this.output += text;
    }

    addCoverage(coverage: vscode.FileCoverage): void {
        this.covered.push(coverage);
    }

    /** Resets states that are not final, as the editor does. */
    end(): void {
        this.isEnded = true;
        this.states.forEach((state, label) => (state === 'queued' || state === 'running') && this.states.delete(label));
        this.check();
    }

    private set(item: Item, state: State, message?: vscode.TestMessage): void {
        const { include, exclude } = this.request;
        const lineage = lineageOf(item);
        if (this.isEnded || (include && !lineage.some(each => include.includes(each))) || lineage.some(each => exclude?.includes(each))) {
            return;
        }
        this.states.set(item.label, state);
        if (message) {
            this.messages.set(item.label, [message]);
        }
        this.check();
    }
}

function lineageOf(item: Item): Item[] {
    return [item, ...item.parent ? lineageOf(item.parent) : []];
}

class ItemStub {
    parent: Item | undefined;
    readonly children = new Items(this as unknown as Item);
    canResolveChildren = false;
    range: unknown;
    description: string | undefined;

    constructor(readonly id: string, public label: string, readonly uri: vscode.Uri | undefined) {}
}

class Items {
    private readonly byId = new Map<string, Item>();

    constructor(private readonly owner: Item | undefined) {}

    get size(): number {
        return this.byId.size;
    }

    get(id: string): Item | undefined {
        return this.byId.get(id);
    }

    add(item: Item): void {
        (item as unknown as ItemStub).parent = this.owner;
        this.byId.set(item.id, item);
    }

    delete(id: string): void {
        this.byId.delete(id);
    }

    replace(items: readonly Item[]): void {
        this.byId.clear();
        items.forEach(item => this.add(item));
    }

    forEach(callback: (item: Item, collection: vscode.TestItemCollection) => unknown): void {
        this.byId.forEach(item => callback(item, this));
    }

    [Symbol.iterator](): IterableIterator<[string, Item]> {
        return this.byId.entries();
    }
}

class TestRunRequest {
    constructor(
        readonly include: readonly Item[] | undefined, readonly exclude: readonly Item[] | undefined, readonly profile: vscode.TestRunProfile | undefined,
        readonly continuous = false, readonly preserveFocus = true
    ) {}
}

class DeclarationCoverage {
    constructor(readonly name: string, readonly executed: boolean, readonly location: unknown) {}
}
