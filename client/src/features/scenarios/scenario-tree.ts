import { Disposable, EventEmitter, l10n, type LogOutputChannel, type TestController, type TestItem, tests, Uri, workspace } from 'vscode';
import { errorMessage } from '@sup/model';
import { type ScenarioInfo, ScenariosRequest, type ScenarioTarget } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import { rangeOf } from '../locations.js';
import { childrenOf, type ItemProperties, kindOf, reconcile } from './scenario-items.js';

/**
 * The scenarios of the workspace in the Testing view: files, their scenarios, and their expectations. Refreshed when the server reports
 * changes. Items below a file are created lazily, when the editor resolves them because the file is opened or its item expanded.
 */
export class ScenarioTree implements Disposable {
    readonly controller: TestController = tests.createTestController('sup.scenarios', l10n.t('Hierarchy scenarios'));
    private scenarios: ReadonlyMap<string, readonly ScenarioInfo[]> = new Map();
    private readonly resolved = new WeakSet<TestItem>();
    private current: Promise<void> | undefined;
    private next: Promise<void> | undefined;
    private readonly change = new EventEmitter<void>();
    private readonly listeners: Disposable;

    /** Fired when a plan has changed and the items are up to date: the outcome of a scenario may have changed. */
    readonly onDidChange = this.change.event;

    constructor(private readonly server: LanguageServer, private readonly output: LogOutputChannel) {
        this.controller.resolveHandler = item => item ? this.resolve(item) : this.refresh();
        this.controller.refreshHandler = () => this.refresh();
        this.listeners = Disposable.from(
            server.onDidChangeState(() => void (server.state === 'running' ? this.refresh() : undefined)),
            server.onDidChangeScenarios(() => void this.handleChange())
        );
    }

    /** Requests the scenarios from the server. Calls during a request share one further request after it. */
    refresh(): Promise<void> {
        if (!this.current) {
            this.current = this.load().finally(() => this.current = undefined);
            return this.current;
        }
        this.next ??= this.current.then(() => {
            this.next = undefined;
            return this.refresh();
        });
        return this.next;
    }

    /** Creates the items below a file or a scenario. */
    resolve(item: TestItem): void {
        this.resolved.add(item);
        this.fill(item);
    }

    /** The item of a scenario, or of a file if no title is given. */
    async find({ textDocument, title }: Pick<ScenarioTarget, 'textDocument'> & Partial<ScenarioTarget>): Promise<TestItem | undefined> {
        return this.findShown(textDocument.uri, title) ?? this.refresh().then(() => this.findShown(textDocument.uri, title));
    }

    /** Whether an item is still in the tree. */
    has(item: TestItem): boolean {
        return (item.parent ? item.parent.children : this.controller.items).get(item.id) === item && (!item.parent || this.has(item.parent));
    }

    dispose(): void {
        this.listeners.dispose();
        this.change.dispose();
        this.controller.dispose();
    }

    private findShown(uri: string, title: string | undefined): TestItem | undefined {
        const file = this.controller.items.get(Uri.parse(uri).toString());
        if (!file || title === undefined) {
            return file;
        }
        this.resolve(file);
        return file.children.get(title);
    }

    /** Waits for a refresh in progress. */
    async loaded(): Promise<void> {
        await (this.next ?? this.current);
    }

    private async handleChange(): Promise<void> {
        await this.refresh();
        this.change.fire();
    }

    private async load(): Promise<void> {
        const before = this.scenarios;
        try {
            const scenarios = await this.server.request(ScenariosRequest, {});
            this.scenarios = Map.groupBy(scenarios, ({ uri }) => Uri.parse(uri).toString());
        } catch (error) {
            this.output.warn(`The scenarios could not be loaded: ${errorMessage(error)}`); // the last known scenarios stay
        }
        reconcile(this.controller, this.controller.items, [...this.scenarios].map(fileProperties));
        childrenOf({ children: this.controller.items }).forEach(file => this.fill(file));
        const outdated = this.outdatedSince(before);
        if (outdated.length > 0) {
            this.controller.invalidateTestResults(outdated);
        }
    }

    /** The items of the scenarios whose results may no longer hold. The results of other hierarchies stay valid. */
    private outdatedSince(before: ReadonlyMap<string, readonly ScenarioInfo[]>): readonly TestItem[] {
        return [...this.scenarios].flatMap(([uri, scenarios]) => {
            const known = new Map(before.get(uri)?.map(({ title, revision }) => [title, revision]));
            return scenarios.filter(({ title, revision }) => known.has(title) && known.get(title) !== revision).flatMap(({ title }) => this.controller.items.get(uri)?.children.get(title) ?? []);
        });
    }

    private fill(item: TestItem): void {
        if (this.resolved.has(item)) {
            reconcile(this.controller, item.children, this.childProperties(item));
            childrenOf(item).forEach(child => this.fill(child));
        }
    }

    private childProperties(item: TestItem): ItemProperties[] {
        switch (kindOf(item)) {
            case 'file': return (this.scenarios.get(item.id) ?? []).map(scenarioProperties);
            case 'scenario': return this.scenarios.get(item.parent!.id)?.find(({ title }) => title === item.id)?.expectations
                .map(({ text, range }, i) => ({ id: String(i), label: expectationLabel(text), uri: item.uri!, range: rangeOf(range), hasChildren: false })) ?? [];
            case 'expectation': return [];
        }
    }
}

function fileProperties([id, scenarios]: [string, readonly ScenarioInfo[]]): ItemProperties {
    const uri = Uri.parse(id);
    return { id, label: workspace.asRelativePath(uri), description: scenarios[0]!.hierarchy, uri, hasChildren: true };
}

function scenarioProperties({ uri, title, range, expectations }: ScenarioInfo): ItemProperties {
    return { id: title, label: title, uri: Uri.parse(uri), range: rangeOf(range), hasChildren: expectations.length > 0 };
}

/** Omits the keyword that all expectations begin with, because the view is narrow. */
function expectationLabel(text: string): string {
    return text.replace(/^expect /, '');
}
