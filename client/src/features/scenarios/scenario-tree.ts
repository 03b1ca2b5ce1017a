import { Disposable, EventEmitter, l10n, type LogOutputChannel, type TestController, type TestItem, tests, Uri, workspace } from 'vscode';
import { errorMessage } from '@sup/model';
import { type ScenarioInfo, ScenariosRequest, type ScenarioTarget } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import { rangeOf } from './places.js';
import { childrenOf, type ItemLook, kindOf, reconcile } from './scenario-items.js';

/**
 * The scenarios of the workspace in the Testing view: files, their scenarios, and what these expect. Follows the server; items below a
 * file are made when the editor asks for them, which it does when the file is opened or its item expanded.
 */
export class ScenarioTree implements Disposable {
    readonly controller: TestController = tests.createTestController('sup.scenarios', l10n.t('Hierarchy scenarios'));
    private scenarios: ReadonlyMap<string, readonly ScenarioInfo[]> = new Map();
    private readonly resolved = new WeakSet<TestItem>();
    private current: Promise<void> | undefined;
    private next: Promise<void> | undefined;
    private readonly change = new EventEmitter<void>();
    private readonly listeners: Disposable;

    /** The items show what has changed in a plan; a scenario may end otherwise than when it was last run. */
    readonly onDidChange = this.change.event;

    constructor(private readonly server: LanguageServer, private readonly output: LogOutputChannel) {
        this.controller.resolveHandler = item => item ? this.resolve(item) : this.refresh();
        this.controller.refreshHandler = () => this.refresh();
        this.listeners = Disposable.from(
            server.onDidChangeState(() => void (server.state === 'running' ? this.refresh() : undefined)),
            server.onDidChangeScenarios(() => void this.follow())
        );
    }

    /** Asks the server what scenarios there are. Asked again meanwhile, it asks once more afterwards. */
    refresh(): Promise<void> {
        if (!this.current) {
            this.current = this.read().finally(() => this.current = undefined);
            return this.current;
        }
        this.next ??= this.current.then(() => {
            this.next = undefined;
            return this.refresh();
        });
        return this.next;
    }

    /** Makes the items below a file or a scenario. */
    resolve(item: TestItem): void {
        this.resolved.add(item);
        this.fill(item);
    }

    /** The item of a scenario, or of a file where no title is given. */
    async find({ textDocument, title }: Pick<ScenarioTarget, 'textDocument'> & Partial<ScenarioTarget>): Promise<TestItem | undefined> {
        return this.known(textDocument.uri, title) ?? this.refresh().then(() => this.known(textDocument.uri, title));
    }

    /** Whether an item is one that is shown, and not one whose scenario is gone. */
    has(item: TestItem): boolean {
        return (item.parent ? item.parent.children : this.controller.items).get(item.id) === item && (!item.parent || this.has(item.parent));
    }

    dispose(): void {
        this.listeners.dispose();
        this.change.dispose();
        this.controller.dispose();
    }

    private known(uri: string, title: string | undefined): TestItem | undefined {
        const file = this.controller.items.get(Uri.parse(uri).toString());
        if (!file || title === undefined) {
            return file;
        }
        this.resolve(file);
        return file.children.get(title);
    }

    private async follow(): Promise<void> {
        await this.refresh();
        this.controller.invalidateTestResults();
        this.change.fire();
    }

    private async read(): Promise<void> {
        try {
            const scenarios = await this.server.request(ScenariosRequest, {});
            this.scenarios = Map.groupBy(scenarios, ({ uri }) => Uri.parse(uri).toString());
        } catch (error) {
            this.output.warn(`The scenarios are not known: ${errorMessage(error)}`); // what was known before stays
        }
        reconcile(this.controller, this.controller.items, [...this.scenarios].map(lookOfFile));
        childrenOf({ children: this.controller.items }).forEach(file => this.fill(file));
    }

    private fill(item: TestItem): void {
        if (this.resolved.has(item)) {
            reconcile(this.controller, item.children, this.looksBelow(item));
            childrenOf(item).forEach(child => this.fill(child));
        }
    }

    private looksBelow(item: TestItem): ItemLook[] {
        switch (kindOf(item)) {
            case 'file': return (this.scenarios.get(item.id) ?? []).map(lookOfScenario);
            case 'scenario': return this.scenarios.get(item.parent!.id)?.find(({ title }) => title === item.id)?.expectations
                .map(({ text, range }, i) => ({ id: String(i), label: claimOf(text), uri: item.uri!, range: rangeOf(range), hasChildren: false })) ?? [];
            case 'expectation': return [];
        }
    }
}

function lookOfFile([id, scenarios]: [string, readonly ScenarioInfo[]]): ItemLook {
    const uri = Uri.parse(id);
    return { id, label: workspace.asRelativePath(uri), description: scenarios[0]!.hierarchy, uri, hasChildren: true };
}

function lookOfScenario({ uri, title, range, expectations }: ScenarioInfo): ItemLook {
    return { id: title, label: title, uri: Uri.parse(uri), range: rangeOf(range), hasChildren: expectations.length > 0 };
}

/** Every expectation begins with the same word, and the view is narrow. */
function claimOf(text: string): string {
    return text.replace(/^expect /, '');
}
